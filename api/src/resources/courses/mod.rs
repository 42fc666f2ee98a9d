//! Courses: what is taught, module by module, in versions.
//!
//! A course belongs to the institution that wrote it; the ministry may change it too. What is being written is seen by them alone; everybody reads the last
//! version that was published, and every one before it. Cohorts are taught from a version.

mod http;
pub mod load;
mod model;
mod ops;
mod store;
mod wire;

use super::Resource;
pub use load::PROGRAMME_ID;
pub use model::{CourseId as Id, CourseModule, ProjectTool};
pub use ops::published::{Published, modules, published, tools, version_names};

crate::permissions! {
    ListCourses ("list_courses") => public;
    GetCourse ("get_course") => public;
    ListCourseVersions ("list_course_versions") => public;
    GetCourseVersion ("get_course_version") => public;
    CreateCourse ("create_course") => roles [Chamber, National, Ministry];
    UpdateCourse ("update_course") => roles [Chamber, National, Ministry];
    PublishCourse ("publish_course") => roles [Chamber, National, Ministry];
    ArchiveCourse ("archive_course") => roles [Chamber, National, Ministry];
    ListCourseFiles ("list_course_files") => roles [Chamber, National, Ministry];
    UploadCourseFile ("upload_course_file") => roles [Chamber, National, Ministry];
    GetCourseFileContent ("get_course_file_content") => public;
    DeleteCourseFile ("delete_course_file") => roles [Chamber, National, Ministry];
}

/// The resource.
pub const RESOURCE: Resource = Resource { name: "courses", permissions: PERMISSIONS, routes: http::routes };
