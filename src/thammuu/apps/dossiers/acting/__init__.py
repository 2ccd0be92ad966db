"""What every act is made of: hold of the rows, facts, changes, new steps, who gets a step. Inside the act's transaction."""
