DROP TABLE project_networks;
DROP TABLE project_comments;
DROP TABLE project_transitions;
DROP TABLE project_members;
DROP TABLE project_associations;
DROP TABLE projects;
DROP TABLE holidays;
