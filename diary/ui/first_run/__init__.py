"""The first run: what this is, a diary's names, its passphrase, its recovery code, and the honest note."""
