import type { Application, ApplicationInputPatch } from "@/api/gen/types.gen.ts";
import { latinDigits } from "@/i18n/format.ts";
import { type Names, namesOf, noNames, textOf } from "@/i18n/names.ts";

export interface ExhibitorTyped {
	name: string;
	card: string;
	phone: string;
}

export interface ProductTyped {
	/** What pictures name it by; the server gives a new one its own. */
	id: string | null;
	name: Names;
	sector: string | null;
	description: string;
}

/** An application as it is typed: nothing is lost for being unfinished. */
export interface ApplicationTyped {
	exhibitors: ExhibitorTyped[];
	products: ProductTyped[];
	area: number | null;
	power: number | null;
	lodging: number | null;
	water: boolean;
	fire: boolean;
	transport: boolean;
	/** Where the stand had better be. */
	corner: boolean;
	nearEntrance: boolean;
	/** Associations one would like to be beside. */
	neighbours: string[];
	wishes: string;
}

export const newExhibitor: ExhibitorTyped = { name: "", card: "", phone: "" };
export const newProduct: ProductTyped = { id: null, name: noNames, sector: null, description: "" };

/** A list nobody has begun shows its first row. */
const begun = <Row>(rows: Row[], first: Row) => (rows.length > 0 ? rows : [first]);

export const fromApplication = ({
	exhibitors = [],
	products = [],
	needs = {},
	stand_wishes: place = {},
	wishes,
}: Pick<
	Application,
	"exhibitors" | "products" | "needs" | "stand_wishes" | "wishes"
>): ApplicationTyped => ({
	exhibitors: begun(
		exhibitors.map(({ name, card_number, phone }) => ({
			name,
			card: card_number ?? "",
			phone: phone ?? "",
		})),
		newExhibitor,
	),
	products: begun(
		products.map(({ id, name, craft_sector, description }) => ({
			id: id ?? null,
			name: namesOf(name),
			sector: craft_sector,
			description: description ?? "",
		})),
		newProduct,
	),
	area: needs.area_m2 ?? null,
	power: needs.power_w ?? null,
	lodging: needs.lodging || null,
	water: needs.water ?? false,
	fire: needs.fire ?? false,
	transport: needs.transport ?? false,
	corner: place.corner ?? false,
	nearEntrance: place.near_entrance ?? false,
	neighbours: place.next_to ?? [],
	wishes: wishes ?? "",
});

const isExhibitor = ({ name, card, phone }: ExhibitorTyped) => !!`${name}${card}${phone}`.trim();
const isProduct = ({ name, sector, description }: ProductTyped) =>
	!!(sector || `${name.ar}${name.fr}${name.en}${description}`.trim());

/** Without the rows nobody has begun; what is handed in needs who comes and, for a stand, what is shown, so the first stays to be filled in. */
export function tidy(typed: ApplicationTyped, handIn: boolean, stands: boolean): ApplicationTyped {
	const exhibitors = typed.exhibitors.filter(isExhibitor);
	const products = typed.products.filter(isProduct);
	return {
		...typed,
		exhibitors: handIn ? begun(exhibitors, newExhibitor) : exhibitors,
		products: handIn && stands ? begun(products, newProduct) : products,
	};
}

/** What can be said before the server is asked, by pointer into what would be sent. */
export function faultsOf(typed: ApplicationTyped): Record<string, "required"> {
	const faults: Record<string, "required"> = {};
	const need = (pointer: string, there: unknown) => {
		if (!there) faults[pointer] = "required";
	};
	typed.exhibitors.forEach((row, index) => {
		need(`/exhibitors/${index}/name`, row.name.trim());
	});
	typed.products.forEach((row, index) => {
		need(`/products/${index}/name/ar`, row.name.ar.trim());
		need(`/products/${index}/craft_sector`, row.sector);
	});
	return faults;
}

/** What is sent: the whole content, so that what was emptied is emptied. */
export const toPatch = (typed: ApplicationTyped): ApplicationInputPatch => ({
	exhibitors: typed.exhibitors.map(({ name, card, phone }) => ({
		name: name.trim(),
		card_number: card.trim() || null,
		phone: latinDigits(phone.trim()) || null,
	})),
	products: typed.products.map(({ id, name, sector, description }) => ({
		...(id ? { id } : {}),
		name: textOf(name),
		craft_sector: sector ?? "",
		description: description.trim() || null,
	})),
	needs: {
		area_m2: typed.area,
		power_w: typed.power,
		lodging: typed.lodging ?? 0,
		water: typed.water,
		fire: typed.fire,
		transport: typed.transport,
	},
	stand_wishes: {
		corner: typed.corner,
		near_entrance: typed.nearEntrance,
		next_to: typed.neighbours,
	},
	wishes: typed.wishes.trim() || null,
});
