//! `llavero device code`.

use serde_json::json;

use super::Tools;
use super::arguments::WhichToken;
use super::error::DeviceError;
use super::session::Session;
use crate::domain::protocol::client::current_code;

/// Shows the one-time code; the server is not asked.
pub async fn code(tools: &Tools, which: WhichToken) -> Result<(), DeviceError> {
    let session = Session::open(tools, which.token)?;
    let code = current_code(session.keys(), session.profile(), session.now()).await?;
    let result = json!({ "code": code.digits, "seconds_left": code.seconds_left });
    tools.say(&result, || {
        format!("{}   ({} s left)", code.digits, code.seconds_left)
    });
    Ok(())
}
