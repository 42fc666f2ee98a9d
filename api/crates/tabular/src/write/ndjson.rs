//! One JSON object on each line.

use super::{TableWriter, Value, WriteProblem, check_width};
use std::io::Write;

/// Writes NDJSON. A column named with a path, as `name/ar`, is a value in a nested object (RFC 6901 without the leading slash), so columns of one object must stand
/// together; every key is written in every row, `null` for nothing.
pub struct NdjsonWriter<W: Write> {
    out: W,
    /// For each column what is written before its value: the closing of objects, a comma, the opening of others and its key.
    leads: Vec<Vec<u8>>,
    tail: Vec<u8>,
}

impl<W: Write> NdjsonWriter<W> {
    /// Begins a table.
    pub fn new(out: W) -> Self {
        Self { out, leads: Vec::new(), tail: b"{}\n".to_vec() }
    }

    fn value(&mut self, value: Value<'_>) -> Result<(), WriteProblem> {
        let out = &mut self.out;
        match value {
            Value::Empty => out.write_all(b"null")?,
            Value::Text(text) => serde_json::to_writer(out, text).map_err(std::io::Error::from)?,
            Value::Integer(number) => serde_json::to_writer(out, &number).map_err(std::io::Error::from)?,
            Value::Number(number) => serde_json::to_writer(out, &number).map_err(std::io::Error::from)?,
            Value::Hundredths(number) => out.write_all(super::in_hundredths(number).as_bytes())?,
            Value::List(json) => out.write_all(json.as_bytes())?,
            Value::Date(date) => write!(out, "\"{date}\"")?,
            Value::Bool(value) => out.write_all(if value { b"true" } else { b"false" })?,
        }
        Ok(())
    }
}

impl<W: Write> TableWriter for NdjsonWriter<W> {
    fn header(&mut self, names: &[&str]) -> Result<(), WriteProblem> {
        let paths: Vec<Vec<String>> = names.iter().map(|name| path(name)).collect();
        for (index, path) in paths.iter().enumerate() {
            let begins_like = |other: &&Vec<String>| path.starts_with(other) || other.starts_with(path);
            let earlier = paths.get(..index).unwrap_or_default();
            let name = || WriteProblem::Column(names.get(index).copied().unwrap_or_default().to_owned());
            if earlier.iter().any(|other| begins_like(&other)) {
                return Err(name());
            }
            // An object that was closed cannot be opened again.
            let before = earlier.last().map(Vec::as_slice).unwrap_or_default();
            let shared = common(before, path);
            let again = earlier.iter().map(|other| common(other, path)).max().unwrap_or(0) > shared;
            if again {
                return Err(name());
            }
        }
        self.leads.clear();
        let mut before: &[String] = &[];
        for path in &paths {
            let shared = common(before, path);
            let mut lead = Vec::new();
            if self.leads.is_empty() {
                lead.push(b'{');
            } else {
                lead.resize(before.len().saturating_sub(shared + 1), b'}');
                lead.push(b',');
            }
            let keys = path.get(shared..).unwrap_or_default();
            for (depth, key) in keys.iter().enumerate() {
                if depth > 0 {
                    lead.push(b'{');
                }
                serde_json::to_writer(&mut lead, key).map_err(std::io::Error::from)?;
                lead.push(b':');
            }
            self.leads.push(lead);
            before = path;
        }
        self.tail = vec![b'}'; before.len().max(1)];
        if paths.is_empty() {
            self.tail.insert(0, b'{');
        }
        self.tail.push(b'\n');
        Ok(())
    }

    fn row(&mut self, values: &[Value<'_>]) -> Result<(), WriteProblem> {
        check_width(self.leads.len(), values.len())?;
        for index in 0..self.leads.len() {
            if let Some(lead) = self.leads.get(index) {
                self.out.write_all(lead)?;
            }
            self.value(values.get(index).copied().unwrap_or_default())?;
        }
        self.out.write_all(&self.tail)?;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), WriteProblem> {
        self.out.flush()?;
        Ok(())
    }
}

fn path(name: &str) -> Vec<String> {
    name.split('/').map(|key| key.replace("~1", "/").replace("~0", "~")).collect()
}

/// How many keys two paths share from the beginning, without the last of either.
fn common(a: &[String], b: &[String]) -> usize {
    let most = a.len().min(b.len()).saturating_sub(1);
    a.iter().zip(b).take(most).take_while(|(x, y)| x == y).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(names: &[&str], values: &[Value<'_>]) -> Result<String, WriteProblem> {
        let mut out = Vec::new();
        let mut writer = Box::new(NdjsonWriter::new(&mut out));
        writer.header(names)?;
        writer.row(values)?;
        writer.finish()?;
        Ok(String::from_utf8_lossy(&out).into_owned())
    }

    #[test]
    fn paths_become_nested_objects() {
        let names = ["id", "name/ar", "name/fr", "seat/point/x", "seat/point/y", "seat/text", "a~1b"];
        let values =
            [Value::Integer(1), "م".into(), Value::Empty, Value::Number(2.5), Value::Number(f64::NAN), "\"\n".into(), Value::Bool(true)];
        let line = "{\"id\":1,\"name\":{\"ar\":\"م\",\"fr\":null},\"seat\":{\"point\":{\"x\":2.5,\"y\":null},\"text\":\"\\\"\\n\"},\"a/b\":true}\n";
        assert_eq!(written(&names, &values).ok().as_deref(), Some(line));
        assert_eq!(written(&["a"], &[]).ok().as_deref(), Some("{\"a\":null}\n"));
        assert_eq!(written(&[], &[]).ok().as_deref(), Some("{}\n"));
        assert_eq!(written(&["a/b/c"], &["x".into()]).ok().as_deref(), Some("{\"a\":{\"b\":{\"c\":\"x\"}}}\n"));
    }

    #[test]
    fn columns_that_cannot_share_an_object_are_refused() {
        for names in [&["a", "a"][..], &["a", "a/b"], &["a/b", "a"], &["a/b", "c", "a/d"], &["a/b/c", "a/d", "a/b/e"]] {
            assert!(matches!(written(names, &[]), Err(WriteProblem::Column(_))), "{names:?}");
        }
        assert!(matches!(written(&["a"], &[Value::Empty; 2]), Err(WriteProblem::Width { columns: 1, values: 2 })));
    }
}
