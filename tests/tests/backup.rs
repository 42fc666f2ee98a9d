//! A backup taken while the server runs, put in place of what came after, gives the same rows and files.

use api::backup::{backup, restore};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use std::collections::BTreeMap;
use std::path::Path;
use tests::{TestApp, world};

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = Text)]
    name: String,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Rows of every table of a file.
fn rows(file: &Path) -> BTreeMap<String, i64> {
    let mut conn = SqliteConnection::establish(&file.to_string_lossy()).unwrap();
    let tables: Vec<Table> =
        diesel::sql_query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").load(&mut conn).unwrap();
    let mut count = |name: &str| {
        let row: Row = diesel::sql_query(format!("SELECT count(*) AS number FROM \"{name}\"")).get_result(&mut conn).unwrap();
        row.number
    };
    tables.into_iter().map(|table| (table.name.clone(), count(&table.name))).collect()
}

#[actix_web::test]
async fn what_was_backed_up_comes_back_and_what_came_after_is_set_aside() {
    let app = TestApp::new().await;
    let config = app.kernel.config.clone();
    let Some(file) = app.kernel.db.file().map(Path::to_owned) else {
        let refused = backup(&config, &app.folder().join("backup")).unwrap_err().to_string();
        assert!(refused.contains("pg_dump") && refused.contains("pg_restore"), "{refused}");
        return;
    };
    world::fill(&app, 1).await;
    let folder = app.folder().join("backup");
    backup(&config, &folder).unwrap();
    assert!(backup(&config, &folder).unwrap_err().to_string().contains("exists already"));
    let before = rows(&folder.join("platform.db"));
    assert!(before["associations"] > 0 && before["documents"] > 0);
    assert_eq!(before, rows(&file));
    let later = world::draft(&app).await;
    drop(app.kernel);

    // Another data folder, as after the loss of the machine.
    let elsewhere = tempfile::tempdir().unwrap();
    let mut config = (*config).clone();
    config.data_dir = elsewhere.path().to_owned();
    config.database_url = format!("sqlite:{}", elsewhere.path().join("platform.db").display());
    std::fs::copy(&file, elsewhere.path().join("platform.db")).unwrap();
    restore(&config, &folder).unwrap();
    assert_eq!(rows(&elsewhere.path().join("platform.db")), before);
    let aside =
        std::fs::read_dir(elsewhere.path()).unwrap().flatten().any(|entry| entry.file_name().to_string_lossy().contains("before-restore"));
    assert!(aside, "what was there is gone, {later} with it");
    let kept = |folder: &Path| std::fs::read_dir(folder.join("files")).map_or(0, Iterator::count);
    assert_eq!(kept(elsewhere.path()), kept(&folder));
    assert!(kept(&folder) > 0);
}

#[test]
fn a_folder_that_is_no_backup_or_a_damaged_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let database = tests::database::Database::in_file();
    let config = tests::app::config(database.url(), database.folder());
    assert!(restore(&config, folder.path()).unwrap_err().to_string().contains("no backup"));
    std::fs::write(folder.path().join("platform.db"), "SQLite format 3\0 and then nothing of it").unwrap();
    assert!(restore(&config, folder.path()).is_err());
    assert!(!database.folder().join("platform.db").exists());
}
