import type { Association, NewAssociation } from "@/api/gen/types.gen.ts";

export const LEVELS = ["communal", "wilaya", "inter_wilaya", "national"] as const;
export const KINDS = ["professional", "cultural", "other"] as const;
export const CONTACT_KINDS = ["phone", "email", "website", "facebook", "address"] as const;

type Level = (typeof LEVELS)[number];
type Kind = (typeof KINDS)[number];
type ContactKind = (typeof CONTACT_KINDS)[number];

export interface HeadcountValues {
	year: number | null;
	members: number | null;
	women: number | null;
	under_35: number | null;
	card_holders: number | null;
	disabled: number | null;
}

export interface ContactValues {
	kind: ContactKind;
	value: string;
	public: boolean;
}

/** A file as it is being typed: unfinished dates and empty boxes included. */
export interface FileValues {
	name: { ar: string; fr: string; en: string };
	acronym: string;
	level: Level | null;
	kind: Kind | null;
	founded_on: string | null;
	founders: { count: number | null; communes: number | null; wilayas: number | null };
	receipt: { number: string; date: string | null; authority: string };
	seat: {
		wilaya_code: string | null;
		commune_code: string | null;
		address: string;
	};
	territory: string[];
	craft_sectors: string[];
	headcounts: HeadcountValues[];
	contacts: ContactValues[];
}

export const EMPTY: FileValues = {
	name: { ar: "", fr: "", en: "" },
	acronym: "",
	level: null,
	kind: "professional",
	founded_on: null,
	founders: { count: null, communes: null, wilayas: null },
	receipt: { number: "", date: null, authority: "" },
	seat: { wilaya_code: null, commune_code: null, address: "" },
	territory: [],
	craft_sectors: [],
	headcounts: [],
	contacts: [{ kind: "phone", value: "", public: true }],
};

export const emptyHeadcount = (year: number): HeadcountValues => ({
	year,
	members: null,
	women: null,
	under_35: null,
	card_holders: null,
	disabled: null,
});

export const fromAssociation = (file: Association): FileValues => ({
	name: { ar: file.name.ar, fr: file.name.fr ?? "", en: file.name.en ?? "" },
	acronym: file.acronym ?? "",
	level: file.level,
	kind: file.kind,
	founded_on: file.founded_on ?? null,
	founders: {
		count: file.founders?.count ?? null,
		communes: file.founders?.communes ?? null,
		wilayas: file.founders?.wilayas ?? null,
	},
	receipt: {
		number: file.receipt?.number ?? "",
		date: file.receipt?.date ?? null,
		authority: file.receipt?.authority ?? "",
	},
	seat: {
		wilaya_code: file.seat.commune_code.slice(0, 2),
		commune_code: file.seat.commune_code,
		address: file.seat.address ?? "",
	},
	territory: [...file.territory],
	craft_sectors: [...file.craft_sectors],
	headcounts: file.headcounts.map((row) => ({
		year: row.year,
		members: row.members,
		women: row.women ?? null,
		under_35: row.under_35 ?? null,
		card_holders: row.card_holders ?? null,
		disabled: row.disabled ?? null,
	})),
	contacts: file.contacts.map(({ kind, value, public: shown }) => ({
		kind,
		value,
		public: shown ?? false,
	})),
});

const orNull = (text: string) => text.trim() || null;

/** What is sent: the whole file, with `null` for what was emptied, so that it also serves as a merge patch. */
export function toBody(values: FileValues): NewAssociation {
	const { name, founders, receipt, seat } = values;
	return {
		name: { ar: name.ar.trim(), fr: orNull(name.fr), en: orNull(name.en) },
		acronym: orNull(values.acronym),
		level: values.level ?? "communal",
		kind: values.kind ?? "other",
		founded_on: values.founded_on,
		founders:
			founders.count === null
				? null
				: { count: founders.count, communes: founders.communes, wilayas: founders.wilayas },
		receipt: receipt.number.trim()
			? { number: receipt.number.trim(), date: receipt.date, authority: orNull(receipt.authority) }
			: null,
		seat: { commune_code: seat.commune_code ?? "", address: orNull(seat.address) },
		territory: values.territory,
		craft_sectors: values.craft_sectors,
		headcounts: values.headcounts.flatMap((row) =>
			row.year === null || row.members === null
				? []
				: [{ ...row, year: row.year, members: row.members }],
		),
		contacts: values.contacts
			.filter((contact) => contact.value.trim())
			.map((contact) => ({ ...contact, value: contact.value.trim() })),
	};
}

/** `name.ar` and `contacts[0].value` as the API points at them. */
export const pointerOf = (name: string) =>
	`/${name.replace(/\[(\d+)\]/g, ".$1").replaceAll(".", "/")}`;

/** A form control's identifier, for links from the summary of what is wrong. */
export const idOf = (pointer: string) => `f${pointer.replaceAll("/", "-")}`;
