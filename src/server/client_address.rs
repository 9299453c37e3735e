//! From where a request comes, when it comes through proxies.

use std::net::{IpAddr, SocketAddr};

use axum::http::HeaderMap;
use ipnet::IpNet;

/// Where proxies write from whom they had a request, one after the other.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// Who made the request: the connection's other end, or, where that is one of the
/// `trusted` proxies, the last in the proxies' list who is none. What stands
/// before it in the list anybody could have written.
pub(super) fn client(peer: SocketAddr, headers: &HeaderMap, trusted: &[IpNet]) -> SocketAddr {
    let is_proxy = |address: &IpAddr| {
        let address = address.to_canonical();
        trusted.iter().any(|net| net.contains(&address))
    };
    if !is_proxy(&peer.ip()) {
        return peer;
    }
    let lists = headers.get_all(FORWARDED_FOR).iter();
    let lists: Vec<&str> = lists.filter_map(|list| list.to_str().ok()).collect();
    let mut client = peer;
    for entry in lists.join(",").rsplit(',') {
        let Some(address) = parse(entry.trim()) else {
            break;
        };
        client = SocketAddr::new(address, 0);
        if !is_proxy(&address) {
            break;
        }
    }
    client
}

/// An address, with or without a port after it.
fn parse(entry: &str) -> Option<IpAddr> {
    let bare = entry.trim_start_matches('[').trim_end_matches(']');
    bare.parse()
        .ok()
        .or_else(|| entry.parse::<SocketAddr>().ok().map(|socket| socket.ip()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PROXY: &str = "10.0.0.7:5000";

    fn of(peer: &str, lists: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for list in lists {
            headers.append(FORWARDED_FOR, list.parse().unwrap());
        }
        let trusted = ["10.0.0.0/8".parse().unwrap(), "fd00::/8".parse().unwrap()];
        client(peer.parse().unwrap(), &headers, &trusted)
            .ip()
            .to_string()
    }

    #[test]
    fn whoever_is_no_proxy_is_not_believed() {
        assert_eq!(of("203.0.113.5:1", &["198.51.100.1"]), "203.0.113.5");
    }

    #[test]
    fn a_proxy_says_from_whom_it_had_the_request() {
        assert_eq!(of(PROXY, &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(of(PROXY, &["198.51.100.1:4711"]), "198.51.100.1");
        assert_eq!(of(PROXY, &["[2001:db8::1]:443"]), "2001:db8::1");
        assert_eq!(of("[fd00::1]:1", &["2001:db8::1"]), "2001:db8::1");
        assert_eq!(of("[::ffff:10.0.0.7]:1", &["198.51.100.1"]), "198.51.100.1");
    }

    #[test]
    fn what_the_client_wrote_itself_is_passed_over() {
        assert_eq!(
            of(PROXY, &["1.2.3.4, 198.51.100.1, 10.0.0.9"]),
            "198.51.100.1"
        );
        assert_eq!(
            of(PROXY, &["1.2.3.4", "198.51.100.1", "10.0.0.9"]),
            "198.51.100.1"
        );
    }

    #[test]
    fn without_a_list_it_is_the_proxy_itself() {
        assert_eq!(of(PROXY, &[]), "10.0.0.7");
        assert_eq!(of(PROXY, &["unknown"]), "10.0.0.7");
        assert_eq!(of(PROXY, &["10.0.0.9"]), "10.0.0.9");
    }

    proptest! {
        #[test]
        fn no_list_makes_it_panic(list in "[ -~]{0,60}") {
            of(PROXY, &[&list]);
        }
    }
}
