/** Key of the label of each field, by pointer; numbers of rows are written `*`. */
const LABELS = {
	"/name/ar": "field.nameAr",
	"/name/fr": "field.nameFr",
	"/name/en": "field.nameEn",
	"/acronym": "field.acronym",
	"/level": "field.level",
	"/kind": "field.kind",
	"/legal_regime": "field.legalRegime",
	"/founded_on": "field.foundedOn",
	"/founders": "field.founders",
	"/founders/count": "field.founders",
	"/founders/communes": "field.founderCommunes",
	"/founders/wilayas": "field.founderWilayas",
	"/receipt": "section.receipt",
	"/receipt/number": "field.receiptNumber",
	"/receipt/date": "field.receiptDate",
	"/receipt/authority": "field.receiptAuthority",
	"/seat/wilaya_code": "common:field.wilaya",
	"/seat/commune_code": "common:field.commune",
	"/seat/address": "field.address",
	"/seat/latitude": "field.latitude",
	"/seat/longitude": "field.longitude",
	"/territory": "field.territory",
	"/craft_sectors": "section.crafts",
	"/craft_activities": "field.activities",
	"/contacts": "section.contacts",
	"/contacts/*/kind": "form.contactKind",
	"/contacts/*/value": "section.contacts",
	"/contacts/*/public": "form.contactPublic",
	"/headcounts": "section.headcounts",
	"/headcounts/*/year": "count.year",
	"/headcounts/*/members": "count.members",
	"/headcounts/*/women": "count.women",
	"/headcounts/*/under_35": "count.under_35",
	"/headcounts/*/card_holders": "count.card_holders",
	"/headcounts/*/disabled": "count.disabled",
	"/mandates": "section.mandates",
	"/mandates/*/office": "form.office",
	"/mandates/*/person_name": "form.personName",
	"/mandates/*/gender": "form.gender",
	"/mandates/*/born_on": "form.bornOn",
	"/mandates/*/starts_on": "form.startsOn",
	"/mandates/*/ends_on": "form.endsOn",
	"/mandates/*/public": "form.mandatePublic",
} as const;

type Labelled = keyof typeof LABELS;

/** Fields an officer can remark upon, in the order of the form. */
export const REMARKABLE = (Object.keys(LABELS) as Labelled[]).filter(
	(pointer) =>
		!pointer.includes("*") && pointer !== "/seat/wilaya_code" && pointer !== "/founders/count",
);

/** Where a field stands in the form; a field of a row may be named without the row's number. */
export function placeOf(pointer: string): number {
	const order = Object.keys(LABELS);
	const place = order.indexOf(pointer.replace(/^(\/\w+)\/(?=\w+$)/, "$1/*/"));
	return place < 0 ? order.indexOf(pointer) : place;
}

export function labelKeyOf(pointer: string) {
	const pattern = pointer.replace(/\/\d+(?=\/|$)/g, "/*");
	return LABELS[pattern as Labelled] as (typeof LABELS)[Labelled] | undefined;
}
