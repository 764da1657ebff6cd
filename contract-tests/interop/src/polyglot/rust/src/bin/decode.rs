//! Decodes each file of a list with the generated model and encodes the model again:
//! `decode LIST OUT` writes `OUT/0.json` or `OUT/0.error` for the first line, and so on.

use openapi::models::VideoTask;
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().collect();
    for (number, file) in fs::read_to_string(&arguments[1])?.lines().enumerate() {
        let out = Path::new(&arguments[2]).join(number.to_string());
        match round_trip(file) {
            Ok(written) => fs::write(out.with_extension("json"), written)?,
            Err(failure) => fs::write(out.with_extension("error"), failure.to_string())?,
        }
    }
    Ok(())
}

fn round_trip(file: &str) -> Result<String, Box<dyn Error>> {
    let task: VideoTask = serde_json::from_str(&fs::read_to_string(file)?)?;
    Ok(serde_json::to_string(&task)?)
}
