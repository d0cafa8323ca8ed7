-- Takes 0001 back. What was kept is lost.
DROP TABLE resources;
