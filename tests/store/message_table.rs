use std::collections::BTreeSet;

use llavero::domain::id::{CompanyId, MessageId, UserId};
use llavero::domain::message::{Channel, DeliveryFailure, MessageKind, MessageState};
use llavero::domain::table::{Direction, MessageFilter, MessageQuery, PageRequest, Place};
use llavero::domain::view::MessageRow;
use llavero::store::message::NewMessage;
use llavero::store::{self, Connection};

use crate::fixture::*;

/// Writes a message that waits, or one that has failed.
async fn write(
    conn: &mut Connection,
    (company, user): (CompanyId, UserId),
    channel: Channel,
    waits: bool,
    seconds: u64,
) -> MessageId {
    let message = NewMessage {
        id: MessageId::new(after(seconds), unique()),
        company,
        user,
        channel,
        kind: MessageKind::TokenBlocked,
        recipient: waits.then(|| "laurag@andina.co".to_owned()),
        secret_of: None,
        body: vec![7; 30],
        created_at: after(seconds),
    };
    store::message::insert(conn, &message).await.unwrap();
    message.id
}

async fn someone(conn: &mut Connection) -> (CompanyId, UserId) {
    let company = company(conn).await;
    (company, member(conn, company).await.id)
}

async fn rows(
    conn: &mut Connection,
    filter: MessageFilter,
    company: Option<CompanyId>,
) -> Vec<MessageRow> {
    let query = MessageQuery {
        filter,
        page: PageRequest {
            size: 100,
            ..PageRequest::default()
        },
        ..MessageQuery::default()
    };
    let page = store::message_table::page(conn, &query, company)
        .await
        .unwrap();
    assert_eq!(page.total, page.rows.len() as u64);
    page.rows
}

fn ids(rows: &[MessageRow]) -> Vec<MessageId> {
    rows.iter().map(|row| row.id).collect()
}

on_both_engines! {
    async fn a_message_is_listed_without_its_whole_address(db: &Db) {
        let mut writer = db.write().await;
        let whom = someone(&mut writer).await;
        write(&mut writer, whom, Channel::Email, true, 0).await;
        let found = rows(&mut writer, MessageFilter::default(), None).await;
        assert_eq!(found[0].recipient.as_deref(), Some("l•••@andina.co"));
        assert_eq!((found[0].state, found[0].kind), (MessageState::Waiting, Some(MessageKind::TokenBlocked)));
        assert_eq!((found[0].company.as_str(), found[0].next_attempt_at), ("Empresa", Some(NOW)));
    }

    async fn the_newest_message_is_first_and_filters_narrow_the_list(db: &Db) {
        let mut writer = db.write().await;
        let (one, other) = (someone(&mut writer).await, someone(&mut writer).await);
        let a = write(&mut writer, one, Channel::Email, true, 1).await;
        let b = write(&mut writer, one, Channel::Sms, false, 2).await;
        let c = write(&mut writer, other, Channel::Email, false, 3).await;
        let all = rows(&mut writer, MessageFilter::default(), None).await;
        assert_eq!(ids(&all), [c, b, a]);
        let failed = rows(&mut writer, MessageFilter::failed(), None).await;
        assert_eq!(ids(&failed), [c, b]);
        assert_eq!(failed[0].failure, Some(DeliveryFailure::NoAddress));
        let by_sms = MessageFilter { channel: Some(Channel::Sms), ..MessageFilter::default() };
        assert_eq!(ids(&rows(&mut writer, by_sms, None).await), [b]);
        assert_eq!(ids(&rows(&mut writer, MessageFilter::default(), Some(one.0)).await), [b, a]);
        assert_eq!(ids(&rows(&mut writer, MessageFilter::failed(), Some(one.0)).await), [b]);
    }

    async fn pages_show_every_message_once(db: &Db) {
        let mut writer = db.write().await;
        let whom = someone(&mut writer).await;
        let mut written = BTreeSet::new();
        for number in 0..25 {
            written.insert(write(&mut writer, whom, Channel::Email, number % 3 > 0, number / 5).await);
        }
        for direction in [Direction::Ascending, Direction::Descending] {
            let mut query = MessageQuery::default();
            query.sort.direction = direction;
            let mut seen = Vec::new();
            for number in 1..=3 {
                let page = store::message_table::page(&mut writer, &query, None).await.unwrap();
                assert_eq!((page.total, page.number), (25, number));
                seen.extend(ids(&page.rows));
                if let Some(next) = page.next {
                    query.page.place = Place::After(next);
                    query.page.number = number + 1;
                }
            }
            assert_eq!(seen.len(), 25);
            assert_eq!(seen.iter().copied().collect::<BTreeSet<_>>(), written);
        }
    }

    async fn a_kind_of_a_newer_program_is_listed_as_another(db: &Db) {
        let mut writer = db.write().await;
        let whom = someone(&mut writer).await;
        let id = write(&mut writer, whom, Channel::Email, true, 0).await;
        writer.commit().await.unwrap();
        db.execute(format!("UPDATE message SET kind = 'from_tomorrow' WHERE id = '{id}'")).await.unwrap();
        let mut writer = db.write().await;
        assert_eq!(rows(&mut writer, MessageFilter::default(), None).await[0].kind, None);
    }
}
