import { useTranslation } from "react-i18next";
import { useFormat } from "@/i18n/index.tsx";
import { useOffice } from "@/reference/use-office.ts";
import { useCraftActivities, useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { isDate } from "@/ui/date-parts.ts";
import { labelKeyOf, placeOf } from "./field-labels.ts";
import { CONTACT_KINDS, GENDERS, KINDS, LEVELS, OFFICES, REGIMES } from "./form/values.ts";

/** Parts of a row in the order of the form, each with the key of its label and its pointer. */
const inOrder = (pointer: string, row: object) =>
	Object.entries(row)
		.filter(([, part]) => part !== null)
		.map(([key, part]) => {
			const at = `${pointer}/${key}`;
			return [labelKeyOf(`${pointer}/*/${key}`) ?? labelKeyOf(at), at, part] as const;
		})
		.sort(([, a], [, b]) => placeOf(a) - placeOf(b));

/** A value of a file as a person reads it: names for codes, words for choices, months for dates. */
export function useFieldValue(): (pointer: string, value: unknown) => string {
	const { t } = useTranslation(["associations", "common"]);
	const { number, date } = useFormat();
	const wilayas = useWilayas();
	const sectors = useCraftSectors();
	const activities = useCraftActivities(true);
	const office = useOffice();
	const separator = t("listSeparator");

	/** An office as the one who holds it is called, where the row says who. */
	const officeOf = (code: unknown, row: { gender?: unknown }) => {
		const known = OFFICES.find((one) => one === code);
		const gender = GENDERS.find((one) => one === row.gender);
		return known ? office(known, gender) : String(code);
	};

	const said = (pointer: string, value: unknown): string => {
		if (value === null || value === undefined || value === "") return "—";
		if (typeof value === "number") {
			return pointer.endsWith("/year")
				? String(value)
				: number(value, { maximumFractionDigits: 6 });
		}
		if (typeof value === "boolean") return t(value ? "common:state.yes" : "common:state.no");
		if (Array.isArray(value)) {
			return value.length ? value.map((item) => said(pointer, item)).join(separator) : "—";
		}
		if (typeof value === "object") {
			return inOrder(pointer, value)
				.map(([label, at, part]) => {
					const word = at.endsWith("/office") ? officeOf(part, value) : said(at, part);
					return label ? t("labelled", { label: t(label), value: word }) : word;
				})
				.join(" · ");
		}
		const text = String(value);
		if (isDate(text)) return date(text);
		const level = LEVELS.find((one) => one === text);
		if (pointer === "/level" && level) return t(`common:level.${level}`);
		const kind = KINDS.find((one) => one === text);
		if (pointer === "/kind" && kind) return t(`common:kind.${kind}`);
		const contact = CONTACT_KINDS.find((one) => one === text);
		if (pointer.endsWith("/kind") && contact) return t(`contactKind.${contact}`);
		const regime = REGIMES.find((one) => one === text);
		if (pointer === "/legal_regime" && regime) return t(`regime.${regime}`);
		if (pointer.endsWith("/office")) return officeOf(text, {});
		const gender = GENDERS.find((one) => one === text);
		if (pointer.endsWith("/gender") && gender) return t(`gender.${gender}`);
		if (pointer === "/territory") return wilayas.name(text);
		if (pointer === "/craft_sectors") return sectors.name(text);
		if (pointer === "/craft_activities") return activities.name(text);
		return text;
	};
	return said;
}
