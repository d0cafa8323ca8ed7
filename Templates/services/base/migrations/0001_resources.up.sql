-- What <%service.title:sql-comment%> keeps until its resources have tables of their own: JSON objects by path.
<%each stores%>
-- It stores <%store.title:sql-comment%>. Give that its own table in a later migration.
<%end%>
CREATE TABLE resources (
  parent TEXT NOT NULL,
  id TEXT NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  PRIMARY KEY (parent, id)
);
