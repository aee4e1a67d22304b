"""Damaged and hostile inputs by the thousand, made from sound ones by a seed."""
