//! Figures as tables.

use std::collections::HashSet;

use serde_json::Value;

/// What stands where there is no figure.
const NO_FIGURE: &str = "–";

/// The table of the search's figures, in Markdown.
pub(super) fn search_table(rows: &[Value]) -> String {
    let mut table = "| notes | engine | index ms | heap MB | all p50 / p95 µs | word | prefix \
                     | typo | two | three | phrase | MRR clean | MRR typo | any clean \
                     | any typo |\n\
                     |---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n"
        .to_owned();
    for row in rows {
        let figures = &row["figures"];
        let mut cells = vec![row["notes"].to_string(), text(&row["engine"])];
        if let Some(error) = figures["error"].as_str() {
            cells.push(error.lines().next().unwrap_or(error).to_owned());
            cells.resize(15, String::new());
        } else {
            cells.push(number(&figures["build"], 1.0, 0));
            cells.push(number(&figures["heap"], 1e-6, 1));
            let times = times(figures);
            for class in ["", "word", "prefix", "typo", "two", "three", "phrase"] {
                let of_class = times.iter().filter(|(c, _)| class.is_empty() || c == class);
                cells.push(percentiles(of_class.map(|(_, ms)| ms * 1000.0).collect()));
            }
            for set in ["known", "any"] {
                cells.push(number(&figures[set]["clean"], 1.0, 3));
                cells.push(number(&figures[set]["typo"], 1.0, 3));
            }
        }
        table += &format!("| {} |\n", cells.join(" | "));
    }
    table
}

/// The table of the readers' figures, in Markdown: of all they do, and of reading alone where they do more; of several
/// browsers the middle one.
pub(super) fn reading_table(rows: &[Value]) -> String {
    let mut table =
        "| reader | first ms | best of five ms | reading alone, first ms | best of five ms |\n\
                     |---|---:|---:|---:|---:|\n"
            .to_owned();
    let mut readers: Vec<&Value> = rows.iter().map(|row| &row["engine"]).collect();
    let mut known = HashSet::new();
    readers.retain(|reader| known.insert(text(reader)));
    for reader in readers {
        let of_reader = || {
            let rows = rows.iter().filter(|row| row["engine"] == *reader);
            rows.filter_map(|row| row["figures"]["times"].as_array())
        };
        let cells = [sum, first_part].map(|of: fn(&Value) -> f64| {
            let first = of_reader().filter_map(|times| times.first().map(of)).collect();
            let best = of_reader().filter_map(|times| times.iter().map(of).reduce(f64::min));
            [middle(first), middle(best.collect())]
        });
        table += &format!("| {} | {} |\n", text(reader), cells.concat().join(" | "));
    }
    table
}

/// A line for one measurement.
pub(super) fn short(figures: &Value) -> String {
    if let Some(error) = figures["error"].as_str() {
        return error.to_owned();
    }
    if figures["build"].is_null() {
        return figures["times"].to_string();
    }
    format!(
        "index {} ms, heap {} MB, {} µs, MRR {} and {}, {} queries",
        number(&figures["build"], 1.0, 0),
        number(&figures["heap"], 1e-6, 1),
        percentiles(times(figures).into_iter().map(|(_, ms)| ms * 1000.0).collect()),
        number(&figures["known"]["clean"], 1.0, 3),
        number(&figures["known"]["typo"], 1.0, 3),
        figures["times"].as_array().map_or(0, Vec::len),
    )
}

fn sum(times: &Value) -> f64 {
    match times.as_array() {
        Some(parts) => parts.iter().filter_map(Value::as_f64).sum(),
        None => times.as_f64().unwrap_or(0.0),
    }
}

fn middle(mut ms: Vec<f64>) -> String {
    ms.sort_by(f64::total_cmp);
    ms.get(ms.len() / 2).map_or(NO_FIGURE.to_owned(), |ms| format!("{ms:.0}"))
}

fn first_part(times: &Value) -> f64 {
    times.get(0).map_or_else(|| sum(times), sum)
}

fn times(figures: &Value) -> Vec<(String, f64)> {
    let pair = |pair: &Value| Some((text(&pair[0]), pair[1].as_f64()?));
    figures["times"].as_array().map(|t| t.iter().filter_map(pair).collect()).unwrap_or_default()
}

/// The median and the 95th percentile.
fn percentiles(mut values: Vec<f64>) -> String {
    values.sort_by(f64::total_cmp);
    let at = |hundredths: usize| values.get(values.len().saturating_sub(1) * hundredths / 100);
    match (at(50), at(95)) {
        (Some(p50), Some(p95)) => format!("{p50:.0} / {p95:.0}"),
        _ => NO_FIGURE.to_owned(),
    }
}

fn number(value: &Value, factor: f64, digits: usize) -> String {
    value.as_f64().map_or(NO_FIGURE.to_owned(), |value| format!("{:.digits$}", value * factor))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn figures_become_rows() {
        let rows = [
            json!({"engine": "a", "notes": 100, "figures": {
                "build": 12.4, "heap": 2_500_000, "known": { "clean": 0.5, "typo": 0.25 },
                "any": { "clean": 0.75 },
                "times": [["word", 0.001], ["word", 0.003], ["typo", 0.1]],
            }}),
            json!({"engine": "b", "notes": 100, "figures": {"error": "too slow\nat"}}),
        ];
        let table = search_table(&rows);
        let lines: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(
            lines[0],
            "| 100 | a | 12 | 2.5 | 3 / 3 | 1 / 1 | – | 100 / 100 | – | – | – | 0.500 | 0.250 \
             | 0.750 | – |"
        );
        assert!(lines[1].starts_with("| 100 | b | too slow | "), "{}", lines[1]);
        let cells = |line: &str| line.matches('|').count();
        assert!(table.lines().all(|line| cells(line) == 16));
        let rows = [
            json!({"engine": "a", "figures": {"times": [[3.0, 1.0], [1.0, 1.0]]}}),
            json!({"engine": "b", "figures": {"times": [3.0, 2.0]}}),
            json!({"engine": "c", "figures": {"error": "too slow"}}),
            json!({"engine": "b", "figures": {"times": [5.0, 1.0]}}),
            json!({"engine": "b", "figures": {"times": [9.0, 9.0]}}),
        ];
        let want = "| a | 4 | 2 | 3 | 1 |\n| b | 5 | 2 | 5 | 2 |\n| c | – | – | – | – |\n";
        assert!(reading_table(&rows).ends_with(want));
    }
}
