"""The diary as a FHIR R4 document, for other health software: who said what, by whom it was written, in which codes."""
