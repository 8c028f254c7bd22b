//! Texts that make readers of Markdown slow or overflow their stack, grown from short recipes.
//!
//! A recipe is a JSON object. Its text is `prefix`, the grown middle, `suffix`, then `repeat2` ×
//! `count2`, `end`, and `repeat3` × `count3`. The middle is `repeat` × `count`; or `rising`, runs
//! that grow by one; or `numbered`, a template with rising numbers; or `refcollide`, names that
//! fall into one slot of a hash table. `scale` multiplies every count that is above one.

use serde_json::Value;

/// The text of a recipe, `scale` times as long as at 1.
#[must_use]
pub fn expand(recipe: &Value, scale: f64) -> String {
    let times = |count: &Value| {
        let count = count.as_u64().unwrap_or_default();
        if count > 1 { scaled(count, scale).max(1) } else { count }
    };
    let repeated = |what: &str, count: &str| {
        text(&recipe[what]).repeat(usize::try_from(times(&recipe[count])).unwrap_or(usize::MAX))
    };
    let middle = if let Some(rising) = recipe.get("rising") {
        self::rising(rising, scale)
    } else if let Some(numbered) = recipe.get("numbered") {
        let numbers = number(&numbered["start"])..scaled(number(&numbered["stop"]), scale);
        let template = text(&numbered["template"]);
        numbers.map(|n| template.replace("{n}", &n.to_string())).collect()
    } else if let Some(colliding) = recipe.get("refcollide") {
        colliding_names(colliding, times(&recipe["count"]))
    } else {
        repeated("repeat", "count")
    };
    [
        text(&recipe["prefix"]),
        &middle,
        text(&recipe["suffix"]),
        &repeated("repeat2", "count2"),
        text(&recipe["end"]),
        &repeated("repeat3", "count3"),
    ]
    .concat()
}

fn rising(rising: &Value, scale: f64) -> String {
    let start = number(&rising["start"]);
    let stop = scaled(number(&rising["stop"]), scale).max(start + 1);
    let run = |n: u64| {
        let unit = text(&rising["unit"]).repeat(usize::try_from(n).unwrap_or(usize::MAX));
        [text(&rising["lead"]), &unit, text(&rising["tail"])].concat()
    };
    (start..stop).map(run).collect()
}

/// The template once for each of `count` names that cmark's first hash function sends into one
/// slot; `{first}` is one more such name.
fn colliding_names(colliding: &Value, count: u64) -> String {
    let size = u32::try_from(number(&colliding["map_size"])).unwrap_or(u32::MAX).max(1);
    let hash = |name: &str| {
        name.chars().fold(0_u32, |hash, c| {
            u32::from(c).wrapping_add(hash << 6).wrapping_add(hash << 16).wrapping_sub(hash)
        })
    };
    let mut names = (0_u64..)
        .map(|n| ["x", &n.to_string()].concat())
        .filter(|name| hash(name).is_multiple_of(size));
    let first = names.next().unwrap_or_default();
    let template = text(&colliding["template"]);
    names
        .take(usize::try_from(count).unwrap_or(usize::MAX))
        .map(|name| template.replace("{key}", &name).replace("{first}", &first))
        .collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_default()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
fn scaled(count: u64, scale: f64) -> u64 {
    (count as f64 * scale) as u64
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn grows_every_kind_of_recipe() {
        let cases = [
            (json!({"prefix": "a", "repeat": "b", "count": 4, "suffix": "c"}), "abbbbc", "abbc"),
            (json!({"prefix": "a", "repeat": "b", "count": 1, "suffix": "c"}), "abc", "abc"),
            (
                json!({"repeat": "[", "count": 2, "repeat2": "]", "count2": 2, "end": "!"}),
                "[[]]!",
                "[]!",
            ),
            (
                json!({"rising": {"lead": "e", "unit": "`", "tail": "", "start": 1, "stop": 4}}),
                "e`e``e```",
                "e`",
            ),
            (
                json!({"numbered": {"template": "[{n}]", "start": 0, "stop": 4}}),
                "[0][1][2][3]",
                "[0][1]",
            ),
            // With one slot every name collides.
            (
                json!({"count": 2, "refcollide": {"map_size": 1, "template": "{first}{key} "}}),
                "x0x1 x0x2 ",
                "x0x1 ",
            ),
        ];
        for (recipe, whole, half) in cases {
            assert_eq!(expand(&recipe, 1.0), whole, "{recipe}");
            assert_eq!(expand(&recipe, 0.5), half, "{recipe}");
        }
    }
}
