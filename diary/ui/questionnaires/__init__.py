"""Questionnaires: PHQ-4, GAD-7, PEG and others, filled in word for word as they were published."""
