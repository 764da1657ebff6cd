//! Reads each file that a list names into the generated model and writes what the model gives back:
//! `decode LIST OUT` makes `OUT/0.json` or `OUT/0.error` of the first line, and so on.

use openapi::models::VideoTask;
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().collect();
    for (number, file) in fs::read_to_string(&arguments[1])?.lines().enumerate() {
        let out = Path::new(&arguments[2]).join(number.to_string());
        match again(file) {
            Ok(written) => fs::write(out.with_extension("json"), written)?,
            Err(failure) => fs::write(out.with_extension("error"), failure.to_string())?,
        }
    }
    Ok(())
}

fn again(file: &str) -> Result<String, Box<dyn Error>> {
    let task: VideoTask = serde_json::from_str(&fs::read_to_string(file)?)?;
    Ok(serde_json::to_string(&task)?)
}
