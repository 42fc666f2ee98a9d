//! Where a request comes from.

use actix_web::HttpRequest;
use std::net::{IpAddr, Ipv6Addr};

/// The client's address: behind a proxy the last one it has added, since those before are the client's own words.
pub fn of(request: &HttpRequest, trust_proxy: bool) -> Option<IpAddr> {
    let forwarded = request
        .headers()
        .get_all("x-forwarded-for")
        .last()
        .filter(|_| trust_proxy)
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next())
        .and_then(|last| last.trim().parse().ok());
    forwarded.or_else(|| request.peer_addr().map(|peer| peer.ip()))
}

/// An address, or the network of 64 bits that one subscriber has.
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn the_address_is_the_one_the_proxy_has_seen_and_not_what_the_client_says() {
        let request = TestRequest::default()
            .peer_addr("10.0.0.1:5000".parse().unwrap())
            .insert_header(("x-forwarded-for", "1.2.3.4, 105.96.0.7"))
            .to_http_request();
        assert_eq!(of(&request, true).unwrap().to_string(), "105.96.0.7");
        assert_eq!(of(&request, false).unwrap().to_string(), "10.0.0.1");
    }

    #[test]
    fn one_subscriber_is_one_network() {
        assert_eq!(network("2001:db8:1:2:3:4:5:6".parse().unwrap()).to_string(), "2001:db8:1:2::");
        assert_eq!(network("::ffff:105.96.0.7".parse().unwrap()).to_string(), "105.96.0.7");
    }
}
