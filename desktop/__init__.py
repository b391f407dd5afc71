"""What people see and do. Imports run one way: screens and command line, services, papers, tokens, rules, storage."""
