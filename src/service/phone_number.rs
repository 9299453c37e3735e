//! Which numbers are mobiles, by every country's own rules (the numbering plans
//! that the ITU publishes, as libphonenumber gathers them). Colombia is meant
//! where no country is said.

use phonenumber::{Mode, Type, country};

use crate::domain::contact::Mobile;

/// The number in E.164 form; `None` when no mobile has it.
pub(super) fn mobile(text: &str) -> Option<Mobile> {
    let shaped = Mobile::parse(text)?;
    let number = phonenumber::parse(Some(country::CO), shaped.as_str()).ok()?;
    let is_mobile = matches!(
        number.number_type(&phonenumber::metadata::DATABASE),
        Type::Mobile | Type::FixedLineOrMobile
    );
    if !number.is_valid() || !is_mobile {
        return None;
    }
    Mobile::parse(&number.format().mode(Mode::E164).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobiles_of_any_country_are_known() {
        for (typed, kept) in [
            ("318 671 4836", "+573186714836"),
            ("+57 (300) 123-4567", "+573001234567"),
            ("+34 612 34 56 78", "+34612345678"),
            ("+1 212 555 0123", "+12125550123"),
        ] {
            let read = mobile(typed);
            assert_eq!(read.as_ref().map(Mobile::as_str), Some(kept), "{typed}");
        }
    }

    #[test]
    fn landlines_and_numbers_that_nobody_has_are_refused() {
        for typed in [
            "601 555 1234",
            "+34 912 345 678",
            "+34 1234 5678",
            "399 000",
            "+999 12345678",
        ] {
            assert_eq!(mobile(typed), None, "{typed}");
        }
    }
}
