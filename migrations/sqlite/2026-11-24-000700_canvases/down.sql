DROP TABLE canvas_versions;
DROP TABLE project_canvases;
