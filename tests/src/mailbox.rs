//! The letters the application wrote, taken out of its folder.

use crate::actor::Actor;
use crate::app::TestApp;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

impl TestApp {
    /// The letters somebody got since the last look, as text.
    ///
    /// # Panics
    /// When mail does not go to a folder.
    pub fn letters(&self, to: &Actor<'_>) -> Vec<String> {
        let folder = self.kernel.mailer.folder().expect("mail goes to a folder");
        let mut found = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let letter = std::fs::read_to_string(entry.path()).unwrap();
            let Some((head, body)) = letter.split_once("\r\n\r\n").filter(|(head, _)| head.contains(&to.person().to_string())) else {
                continue;
            };
            found.push(if head.contains("base64") {
                String::from_utf8(BASE64_STANDARD.decode(body.replace(['\r', '\n'], "")).unwrap()).unwrap()
            } else {
                body.to_owned()
            });
            std::fs::remove_file(entry.path()).unwrap();
        }
        found
    }
}
