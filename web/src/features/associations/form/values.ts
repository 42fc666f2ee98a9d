import type { Association, AssociationInput } from "@/api/gen/types.gen.ts";
import { degreesOf } from "@/i18n/format.ts";

export const LEVELS = ["communal", "wilaya", "inter_wilaya", "national"] as const;
export const KINDS = ["professional", "cultural", "women", "youth", "other"] as const;
export const REGIMES = ["law_12_06", "law_90_31"] as const;
export const OFFICES = [
	"president",
	"vice_president",
	"secretary_general",
	"treasurer",
	"member",
] as const;
export const GENDERS = ["woman", "man"] as const;
export const CONTACT_KINDS = ["phone", "email", "website", "social"] as const;

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

export interface MandateValues {
	office: (typeof OFFICES)[number] | null;
	person_name: string;
	gender: (typeof GENDERS)[number] | null;
	born_on: string | null;
	starts_on: string | null;
	ends_on: string | null;
	public: boolean;
}

/** A file as it is being typed: unfinished dates and empty boxes included. */
export interface FileValues {
	name: { ar: string; fr: string; en: string };
	acronym: string;
	level: Level | null;
	kind: Kind | null;
	legal_regime: (typeof REGIMES)[number] | null;
	founded_on: string | null;
	founders: { count: number | null; communes: number | null; wilayas: number | null };
	receipt: { number: string; date: string | null; authority: string };
	seat: {
		wilaya_code: string | null;
		commune_code: string | null;
		address: string;
		/** Degrees as they are typed, with any digits and either decimal sign. */
		latitude: string;
		longitude: string;
	};
	territory: string[];
	craft_sectors: string[];
	craft_activities: string[];
	headcounts: HeadcountValues[];
	contacts: ContactValues[];
	mandates: MandateValues[];
}

export const EMPTY: FileValues = {
	name: { ar: "", fr: "", en: "" },
	acronym: "",
	level: null,
	kind: "professional",
	legal_regime: "law_12_06",
	founded_on: null,
	founders: { count: null, communes: null, wilayas: null },
	receipt: { number: "", date: null, authority: "" },
	seat: { wilaya_code: null, commune_code: null, address: "", latitude: "", longitude: "" },
	territory: [],
	craft_sectors: [],
	craft_activities: [],
	headcounts: [],
	// Consent is given, never taken for granted.
	contacts: [{ kind: "phone", value: "", public: false }],
	mandates: [],
};

export const emptyMandate = (office: MandateValues["office"]): MandateValues => ({
	office,
	person_name: "",
	gender: null,
	born_on: null,
	starts_on: null,
	ends_on: null,
	public: false,
});

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
	legal_regime: file.legal_regime,
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
		wilaya_code: file.wilaya_code,
		commune_code: file.seat.commune_code,
		address: file.seat.address ?? "",
		latitude: String(file.seat.latitude ?? ""),
		longitude: String(file.seat.longitude ?? ""),
	},
	territory: [...(file.territory ?? [])],
	craft_sectors: [...file.craft_sectors],
	craft_activities: [...(file.craft_activities ?? [])],
	headcounts: (file.headcounts ?? []).map((row) => ({
		year: row.year,
		members: row.members,
		women: row.women ?? null,
		under_35: row.under_35 ?? null,
		card_holders: row.card_holders ?? null,
		disabled: row.disabled ?? null,
	})),
	contacts: (file.contacts ?? []).map(({ kind, value, public: shown }) => ({
		kind,
		value,
		public: shown ?? false,
	})),
	mandates: (file.mandates ?? []).map((mandate) => ({
		office: mandate.office,
		person_name: mandate.person_name,
		gender: mandate.gender,
		born_on: mandate.born_on ?? null,
		starts_on: mandate.starts_on,
		ends_on: mandate.ends_on ?? null,
		public: mandate.public ?? false,
	})),
});

const orNull = (text: string) => text.trim() || null;

/** A way to be reached that was typed; an empty row is not sent. */
export const isGiven = (contact: ContactValues) => contact.value.trim() !== "";

/** What is sent: the whole file, with `null` for what was emptied, so that it also serves as a merge patch. */
export function toBody(values: FileValues): AssociationInput {
	const { name, founders, receipt, seat } = values;
	return {
		name: { ar: name.ar.trim(), fr: orNull(name.fr), en: orNull(name.en) },
		acronym: orNull(values.acronym),
		level: values.level ?? "communal",
		kind: values.kind ?? "other",
		legal_regime: values.legal_regime ?? "law_12_06",
		founded_on: values.founded_on,
		founders:
			founders.count === null
				? null
				: { count: founders.count, communes: founders.communes, wilayas: founders.wilayas },
		receipt:
			receipt.number.trim() || receipt.date || receipt.authority.trim()
				? {
						number: receipt.number.trim(),
						date: receipt.date ?? "",
						authority: receipt.authority.trim(),
					}
				: null,
		seat: {
			commune_code: seat.commune_code ?? "",
			address: orNull(seat.address),
			latitude: degreesOf(seat.latitude),
			longitude: degreesOf(seat.longitude),
		},
		territory: values.territory,
		craft_sectors: values.craft_sectors,
		craft_activities: values.craft_activities,
		headcounts: values.headcounts.flatMap((row) =>
			row.year === null || row.members === null
				? []
				: [{ ...row, year: row.year, members: row.members }],
		),
		contacts: values.contacts
			.filter(isGiven)
			.map((contact) => ({ ...contact, value: contact.value.trim() })),
		mandates: values.mandates.flatMap(({ office, gender, starts_on, ...mandate }) =>
			office && gender && starts_on
				? [
						{
							...mandate,
							person_name: mandate.person_name.trim(),
							office,
							gender,
							starts_on,
						},
					]
				: [],
		),
	};
}

/** `name.ar` and `contacts[0].value` as the API points at them. */
export const pointerOf = (name: string) =>
	`/${name.replace(/\[(\d+)\]/g, ".$1").replaceAll(".", "/")}`;

/** A form control's identifier, for links from the summary of what is wrong. */
export const idOf = (pointer: string) => `f${pointer.replaceAll("/", "-")}`;
