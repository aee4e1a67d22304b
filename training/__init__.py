"""How the models that ship with Rashomon are trained; nothing here runs at a user's."""
