//! Sends a request with the generated client: `query URL TOKEN OPERATION ID OUT` writes the response to the file `OUT`.

use openapi::apis::{configuration::Configuration, video_tasks_api};
use std::{env, error::Error, fs};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().collect();
    let mut configuration = Configuration::new();
    configuration.base_path = arguments[1].clone();
    configuration.bearer_access_token = Some(arguments[2].clone());
    let task = match arguments[3].as_str() {
        "queryVideoTask" => video_tasks_api::query_video_task(&configuration, &arguments[4]).await?,
        _ => video_tasks_api::retrieve_video(&configuration, &arguments[4]).await?,
    };
    fs::write(&arguments[5], serde_json::to_string(&task)?)?;
    Ok(())
}
