//! An e-mail's HTML: plain enough for any reader, with nothing to fetch.

use std::fmt::Write;

use super::compose::{Composed, Part};
use crate::domain::locale::Locale;
use crate::i18n::Message;
use crate::i18n::ui::UiMessage;

const PAGE: &str = "margin:0;padding:24px 12px;background:#f3f5f4;color:#17211e;font:16px/1.5 \
                    Arial,Helvetica,sans-serif";
const SHEET: &str = "max-width:560px;margin:0 auto;padding:28px 24px;background:#ffffff;\
                     border:1px solid #d5dcda;border-radius:8px";
const HEAD: &str = "margin:0 0 20px;padding:0 0 14px;border-bottom:3px solid #0b5e50;\
                    font-size:20px;line-height:1.3";
const PARAGRAPH: &str = "margin:0 0 16px";
const BUTTON: &str = "display:inline-block;padding:12px 22px;background:#0b5e50;color:#ffffff;\
                      font-weight:bold;text-decoration:none;border-radius:6px";
const ADDRESS: &str = "margin:0 0 16px;font-size:14px;overflow-wrap:anywhere;word-break:break-all";
const CODE: &str = "margin:0 0 16px;padding:12px 14px;background:#f3f5f4;\
                    font:bold 16px/1.5 Consolas,Menlo,monospace;overflow-wrap:anywhere";
const FACTS: &str = "margin:0 0 16px;padding:12px 14px;background:#f3f5f4;border-radius:6px";
const FOOT: &str = "max-width:560px;margin:16px auto 0;padding:0 24px;font-size:14px;color:#45524e";

/// The e-mail as a page.
pub(super) fn page(composed: &Composed, locale: Locale) -> String {
    let subject = escaped(&composed.subject);
    let product = escaped(UiMessage::Product.text(locale));
    let body: String = composed.parts.iter().map(part).collect();
    let foot: Vec<String> = composed.foot.iter().map(|line| escaped(line)).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{subject}</title></head>\n\
         <body style=\"{PAGE}\">\n<div role=\"article\" aria-label=\"{subject}\" style=\"{SHEET}\">\n\
         <p style=\"margin:0 0 6px;font-weight:bold;color:#0b5e50\">{product}</p>\n\
         <h1 style=\"{HEAD}\">{subject}</h1>\n{body}</div>\n\
         <div style=\"{FOOT}\">{}</div>\n</body></html>\n",
        locale.tag(),
        foot.join("<br>\n")
    )
}

fn part(part: &Part) -> String {
    match part {
        Part::Text(text) => format!("<p style=\"{PARAGRAPH}\">{}</p>\n", escaped(text)),
        Part::Code(code) => format!("<p style=\"{CODE}\">{}</p>\n", escaped(code)),
        Part::Link { url, label } => {
            let (url, label) = (escaped(url), escaped(label));
            format!(
                "<p style=\"{PARAGRAPH}\"><a href=\"{url}\" style=\"{BUTTON}\">{label}</a></p>\n\
                 <p style=\"{ADDRESS}\">{url}</p>\n"
            )
        }
        Part::Facts(facts) => {
            let mut lines = String::new();
            for (name, value) in facts {
                let (name, value) = (escaped(name), escaped(value));
                // Writing to a String cannot fail.
                let _ = write!(
                    lines,
                    "<div>{name}: <strong style=\"overflow-wrap:anywhere\">{value}</strong></div>"
                );
            }
            format!("<div style=\"{FACTS}\">{lines}</div>\n")
        }
    }
}

/// Text that HTML takes for nothing else, in an element or an attribute.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_write_html() {
        let composed = Composed {
            subject: "Hola <b>".to_owned(),
            parts: vec![
                Part::Text("<script>alert(1)</script>".to_owned()),
                Part::Facts(vec![("Usuario".to_owned(), "\"><img src=x>".to_owned())]),
            ],
            foot: vec!["a & b".to_owned()],
        };
        let page = page(&composed, Locale::Spanish);
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>"));
        assert!(page.contains("a &amp; b") && page.contains("lang=\"es-CO\""));
    }

    #[test]
    fn nothing_is_fetched_to_show_it() {
        let composed = Composed {
            subject: "Hola".to_owned(),
            parts: vec![Part::Link {
                url: "https://tokens.bank.example/app/enrolar#1".to_owned(),
                label: "Enrolar".to_owned(),
            }],
            foot: vec![],
        };
        let page = page(&composed, Locale::English);
        for fetching in ["src=", "url(", "<link", "@import"] {
            assert!(!page.contains(fetching), "{fetching}");
        }
    }
}
