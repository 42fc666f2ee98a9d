DROP TABLE machine_keys;
DROP TABLE password_resets;
DROP TABLE invitations;
DROP TABLE recovery_codes;
DROP TABLE sign_in_attempts;
DROP TABLE sessions;
DROP TABLE grants;
DROP TABLE people;
