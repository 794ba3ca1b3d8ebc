"""The doctor's page: its content as plain values, its sentences, and its way onto paper."""
