"""Sorting: a person puts what people said under themes, a machine may guess, and everybody sees how many said what."""
