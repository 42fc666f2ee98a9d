//! Starting and stopping.

use crate::config::Config;
use crate::kernel::Kernel;
use crate::kernel::clock::Clock;
use crate::kernel::db::transaction;
use crate::kernel::error::Error;
use crate::kernel::ids::IdSource;
use crate::kernel::{audit, outbox};
use crate::{app, resources};
use actix_web::{HttpServer, web};
use std::time::Duration;

/// What ends a command early.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Opens everything and loads the reference data where it is missing.
///
/// # Errors
/// A sentence saying what is missing.
pub fn open(config: Config) -> Result<Kernel, Failure> {
    let kernel = Kernel::open(config, Clock::System, IdSource::Random)?;
    load_reference(&kernel)?;
    Ok(kernel)
}

/// Loads territory, crafts, holidays and institutions into an empty database: all of it or nothing.
///
/// # Errors
/// When the database does not answer.
pub fn load_reference(kernel: &Kernel) -> Result<(), Failure> {
    let now = kernel.clock.now();
    transaction::write::<_, Error>(&mut *kernel.db.writer()?, |conn| {
        // Replicas that start together: the first loads, the others then find it loaded.
        transaction::exclusive(conn, transaction::Exclusive::ReferenceData)?;
        resources::territory::load::load(conn, now)?;
        resources::crafts::load::load(conn, now)?;
        resources::level_rules::load::load(conn, now)?;
        resources::institutions::load::load(conn, &kernel.ids, now)?;
        resources::holidays::load::load(conn, &kernel.ids, now)?;
        resources::courses::load::load(conn, now)
    })?;
    Ok(())
}

/// Serves until the process is told to stop; open requests are finished first.
///
/// # Errors
/// When the address is taken.
pub async fn serve(kernel: Kernel) -> Result<(), Failure> {
    let config = kernel.config.clone();
    let runner = resources::jobs::Runner::start(kernel.clone(), resources::WORKERS)?;
    let first = resources::accounts::first_administrator(&kernel)?;
    actix_web::rt::spawn(crate::kernel::mail::run(kernel.clone()));
    actix_web::rt::spawn(resources::webhooks::run(kernel.clone()));
    let (moment, minutes, hour) = (Duration::from_secs(2), Duration::from_secs(600), Duration::from_secs(3600));
    actix_web::rt::spawn(kernel.clone().every(hour, "old events stay", outbox::remove_all_old));
    actix_web::rt::spawn(kernel.clone().every(hour, "the planner works with old statistics", |kernel| kernel.db.keep_statistics()));
    actix_web::rt::spawn(kernel.clone().every(moment, "what was read is not in the log yet", audit::keep_readings));
    let leaders = "who leads the associations is as of an earlier day";
    actix_web::rt::spawn(kernel.clone().every(minutes, leaders, resources::associations::refresh_leaders));
    actix_web::rt::spawn(kernel.clone().every(minutes, "reminders of agreements wait", resources::partners::remind));
    actix_web::rt::spawn(kernel.clone().every(
        minutes,
        "exhibitors are not asked what came out of their events",
        resources::outcomes::ask_due,
    ));
    actix_web::rt::spawn(kernel.clone().every(minutes, "participants are not asked what they think", resources::evaluations::ask_due));
    actix_web::rt::spawn(kernel.clone().every(minutes, "seats that lapsed are not given out", resources::cohorts::lapse_due));
    actix_web::rt::spawn(kernel.clone().every(minutes, "participants are not reminded", resources::cohorts::remind_due));
    let at_the_end = kernel.clone();
    let kernel = web::Data::new(kernel);
    let contract = web::Data::new(app::published());
    let blocking = (config.connections as usize * 2).div_ceil(config.worker_threads()).max(2);
    let bound = HttpServer::new(move || app::application(kernel.clone(), contract.clone()))
        .workers(config.worker_threads())
        .worker_max_blocking_threads(blocking)
        .client_request_timeout(Duration::from_secs(10))
        .shutdown_timeout(20)
        .bind((config.host.as_str(), config.port))?;
    for address in bound.addrs() {
        println!("المنصة جاهزة · La plateforme est prête · The platform is ready\n");
        println!("  application   http://{address}/");
        println!("  API           http://{address}/api/v1/wilayas");
        println!("  documentation http://{address}/docs/");
        println!("\nStop with Ctrl-C. The data stays in {}.", config.data_dir.display());
    }
    if let Some((email, password)) = first {
        println!("\nThe first administrator, shown this once:\n\n  {email}\n  {password}");
    }
    let served = bound.run().await;
    // What the runner is at ends with a whole piece of work.
    actix_web::rt::task::spawn_blocking(move || runner.stop()).await?;
    at_the_end.blocking(audit::keep_readings).await.map_err(|error| error.to_string())?;
    Ok(served?)
}

/// Starts the log.
///
/// # Errors
/// When the filter is not understood.
pub fn start_log(config: &Config) -> Result<(), Failure> {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_new(&config.log).map_err(|cause| format!("LOG: expected a filter such as info or api=debug ({cause})"))?;
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match config.log_format {
        crate::config::LogFormat::Human => log.compact().init(),
        crate::config::LogFormat::Json => log.json().init(),
    }
    Ok(())
}

/// Writes the generated pages of the documentation.
///
/// # Errors
/// When handlers and permission tables disagree, or the folder cannot be written.
pub fn write_docs(folder: &std::path::Path) -> Result<(), Failure> {
    let contract = app::contract()?;
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("authorisation.md"), crate::kernel::openapi::authorisation_page(&contract, &resources::permissions()))?;
    std::fs::write(folder.join("problems.md"), crate::kernel::problem::page())?;
    std::fs::write(folder.join("configuration.md"), Config::page())?;
    Ok(())
}
