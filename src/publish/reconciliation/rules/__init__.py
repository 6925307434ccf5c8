"""The rules of reconciliation: a module for each family of claims."""
