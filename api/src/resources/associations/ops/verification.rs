//! Whether a number of the register is good: for anybody who holds a paper or a QR code.

use crate::kernel::access::allowed::Read;
use crate::kernel::error::{Error, Result};
use crate::resources::associations::model::{self, Status};
use crate::resources::associations::store;
use crate::resources::associations::wire::review::Verification;
use qrcode::QrCode;
use qrcode::render::svg;

pub fn verify(tx: &mut Read<'_>, number: &str) -> Result<Verification> {
    let number = text::latin_digits(number.trim()).into_owned();
    let mut record = store::by_number(tx.conn, &number)?;
    if let Some(into) = record.merged_into {
        record = store::by_id(tx.conn, into)?;
    }
    let on = tx.now.day();
    let file = record.input()?;
    let president = model::president(&file.mandates, on);
    Ok(Verification {
        number,
        valid: record.status == Status::Verified,
        on,
        status: record.status,
        status_since: record.status_since,
        association_id: record.id,
        wilaya_code: record.wilaya_code,
        president_since: president.map(|mandate| mandate.starts_on),
        president_name: president.filter(|mandate| mandate.public).map(|mandate| mandate.person_name.clone()),
        name: file.name,
    })
}

/// A QR code that leads to the verification page of a number.
pub fn qr(tx: &mut Read<'_>, number: &str) -> Result<String> {
    let found = verify(tx, number)?;
    let link = format!("{}/{}/verify/{}", tx.kernel.config.public_url, tx.origin.language, found.number);
    let code = QrCode::new(link.as_bytes()).map_err(Error::internal)?;
    Ok(code.render::<svg::Color<'_>>().min_dimensions(240, 240).quiet_zone(true).build())
}
