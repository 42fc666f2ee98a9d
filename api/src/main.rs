//! The server's commands.

use api::config::Config;
use api::serve::{self, Failure};
use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
#[command(name = "server", about = "The craft associations platform", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Migrates, loads the reference data, and serves application, API and documentation.
    Serve,
    /// Brings the schema up to date and loads the reference data.
    Migrate,
    /// Makes somebody an administrator, with a new password that is printed once.
    CreateAdmin {
        /// E-mail address to sign in with.
        #[arg(long)]
        email: String,
        /// Name of the person.
        #[arg(long)]
        name: String,
    },
    /// Writes demonstration data into a database that has none of its own.
    Seed {
        /// A thousand associations and one account for each role, which are printed.
        #[arg(long)]
        demo: bool,
        /// As many generated associations, for measuring.
        #[arg(long, value_name = "NUMBER", default_value_t = 0)]
        associations: u64,
    },
    /// Prints the contract (OpenAPI 3.1) as YAML.
    Openapi,
    /// Writes the generated pages of the documentation into a folder.
    Docs {
        /// The folder.
        folder: std::path::PathBuf,
    },
    /// Copies database, secret and files into a new folder, while the server may be running.
    Backup {
        /// The new folder.
        folder: std::path::PathBuf,
    },
    /// Puts a backup in place of the present data, while the server is stopped.
    Restore {
        /// The folder of the backup.
        folder: std::path::PathBuf,
    },
    /// Prints every setting with its default and meaning.
    Config,
}

fn main() -> ExitCode {
    api::memory::be_frugal();
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) => {
            eprintln!("{cause}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Openapi => {
            print!("{}", serde_yaml_ng::to_string(&api::app::contract()?)?);
            return Ok(());
        }
        Command::Docs { folder } => return serve::write_docs(&folder),
        Command::Config => {
            print!("{}", Config::page());
            return Ok(());
        }
        _ => {}
    }
    let config = Config::from_environment().map_err(|wrong| wrong.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    match &command {
        Command::Backup { folder } => {
            api::backup::backup(&config, folder)?;
            println!("Backed up to {}.", folder.display());
            api::backup::about_files(&config).into_iter().for_each(|about| println!("{about}"));
            return Ok(());
        }
        Command::Restore { folder } => {
            api::backup::restore(&config, folder)?;
            println!("Restored from {}; what was there is set aside.", folder.display());
            api::backup::about_files(&config).into_iter().for_each(|about| println!("{about}"));
            return Ok(());
        }
        _ => {}
    }
    serve::start_log(&config)?;
    let kernel = serve::open(config)?;
    match command {
        Command::CreateAdmin { email, name } => {
            let password = api::resources::accounts::create_administrator(&kernel, &email, &name)?;
            println!("{email}\n{password}");
            Ok(())
        }
        Command::Seed { demo, associations } => api::seed::run(&kernel, demo, associations, &mut std::io::stdout()),
        Command::Serve => actix_web::rt::System::new().block_on(serve::serve(kernel)),
        _ => Ok(()),
    }
}
