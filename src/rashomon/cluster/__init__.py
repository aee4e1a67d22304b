"""Accounts to judgements to incidents."""
