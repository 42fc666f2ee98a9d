import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CostLineInput, type ProjectCostLine, Spread } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import type { Locale } from "@/i18n/locale.ts";
import { type MoneyFault, moneyFault, readMoney, typedMoney } from "@/i18n/money.ts";
import { type Names, namesOf, noNames, textOf } from "@/i18n/names.ts";
import { Button } from "@/ui/button.tsx";
import { ChevronDown, Trash } from "@/ui/icons.tsx";
import { NativeSelect, type Option } from "@/ui/native-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { blankDated, type Dated, readDated } from "../dated.ts";
import { useNarrow } from "../fold.tsx";
import { readNumber, useMoney } from "../use-money.ts";
import css from "./budget.module.css";

const CostParts = lazy(async () => ({ default: (await import("./cost-parts.tsx")).CostParts }));
const SPREADS = Object.values(Spread);
const FIELDS = ["quantity", "price", "amount"] as const;
const POINTER = { quantity: "quantity", price: "unit_price", amount: "amount" } as const;

/** A cost line as it is typed. */
export interface Line {
	key: string;
	activity: string;
	label: Names;
	quantity: string;
	price: string;
	amount: string;
	spread: Spread;
	/** Its days, where it is spread by them. */
	parts: readonly Dated[];
	source: CostLineInput | null;
}

export const blankLine = (activity: string): Line => ({
	key: `new-${Date.now()}`,
	activity,
	label: noNames,
	quantity: "",
	price: "",
	amount: "",
	spread: "linear",
	parts: [blankDated()],
	source: null,
});

export function fromLine({ version: _, total: __, ...source }: ProjectCostLine): Line {
	return {
		key: source.id ?? source.label.ar,
		activity: source.activity_id,
		label: namesOf(source.label),
		quantity: source.quantity == null ? "" : String(source.quantity),
		price: typedMoney(source.unit_price),
		amount: typedMoney(source.amount),
		spread: source.spread ?? "linear",
		parts: source.parts?.length
			? source.parts.map(({ date, amount }, index) => ({
					key: `kept-${index}`,
					date,
					amount: typedMoney(amount),
				}))
			: [blankDated()],
		source,
	};
}

export const toLine = (line: Line): CostLineInput => ({
	...line.source,
	activity_id: line.activity,
	label: textOf(line.label),
	quantity: line.amount.trim() ? null : readNumber(line.quantity),
	unit_price: line.amount.trim() ? null : readMoney(line.price),
	amount: readMoney(line.amount),
	spread: line.spread,
	parts:
		line.spread === "calendar"
			? line.parts.flatMap((one) => {
					const part = readDated(one);
					return part
						? [{ date: part.date, amount: { amount: part.amount, currency: "DZD" } }]
						: [];
				})
			: [],
});

/** Whether everything typed in it can be read. */
export const isReadable = (line: Line) =>
	!FIELDS.some((field) => faultOf(line, field)) &&
	(line.spread !== "calendar" || line.parts.every(readDated));

function faultOf(line: Line, field: (typeof FIELDS)[number]): MoneyFault | "number" | undefined {
	if (field !== "amount" && line.amount.trim() !== "") return undefined;
	if (field !== "quantity") return moneyFault(line[field]);
	const quantity = readNumber(line.quantity);
	if (quantity === null) return line.quantity.trim() === "" ? undefined : "number";
	return quantity < 0 ? "negative" : undefined;
}

/** What the line comes to in centimes, as far as it can be read. */
export const sumOf = (line: Line) =>
	readMoney(line.amount)?.amount ??
	Math.round((readNumber(line.quantity) ?? 0) * (readMoney(line.price)?.amount ?? 0));

interface Props {
	line: Line;
	/** Its place in the table, from 1. */
	place: number;
	activities: readonly Option[];
	checked: boolean;
	/** In which language its name is shown. */
	language: Locale;
	/** The server's word on a field. */
	said: (field: string) => string | undefined;
	onChange: (patch: Partial<Line>) => void;
	onRemove: () => void;
}

/** One cost line; on a phone it is folded to its name and its sum. */
export function CostLine(props: Props) {
	const { line, place, activities, checked, language, said, onChange, onRemove } = props;
	const { t } = useTranslation("workshop");
	const { money } = useMoney();
	const { text } = useFormat();
	const name = text(line.label);
	const narrow = useNarrow();
	const [shown, setShown] = useState(line.source === null);
	const wordOn = (field: (typeof FIELDS)[number]) => {
		const fault = checked && faultOf(line, field);
		return fault ? t(`cost.${fault}`) : said(POINTER[field]);
	};
	const wrong =
		said("activity_id") ??
		said("label") ??
		said("label/fr") ??
		said("label/en") ??
		said("spread") ??
		said("parts") ??
		FIELDS.map(wordOn).find(Boolean);
	const open = shown || !!wrong || (checked && !isReadable(line));
	return (
		<li>
			{narrow && (
				<button
					type="button"
					className={css.lineHead}
					aria-expanded={open}
					onClick={() => setShown(!shown)}
				>
					<b dir="auto">{name || t("cost.fresh")}</b>
					<span>{money(sumOf(line))}</span>
					<span className="quiet">{activities.find(({ id }) => id === line.activity)?.label}</span>
					<ChevronDown size={16} />
				</button>
			)}
			<div className={css.line} hidden={narrow && !open}>
				<NativeSelect
					label={t("editor.name")}
					options={activities}
					value={line.activity}
					onChange={(activity) => onChange({ activity: activity ?? "" })}
					error={said("activity_id")}
				/>
				<TextField
					label={
						language === "ar" ? t("cost.label") : t(`names.${language}`, { label: t("cost.label") })
					}
					dir={language === "ar" ? "auto" : "ltr"}
					placeholder={language === "ar" ? undefined : line.label.ar}
					value={line.label[language]}
					onChange={(typed) => onChange({ label: { ...line.label, [language]: typed } })}
					error={said(`label/${language}`) ?? said("label")}
					isRequired={language === "ar"}
				/>
				{FIELDS.map((field) => (
					<TextField
						key={field}
						label={t(`cost.${field}`)}
						dir="ltr"
						inputMode="decimal"
						value={line[field]}
						isDisabled={field !== "amount" && line.amount.trim() !== ""}
						onChange={(value) => onChange({ [field]: value })}
						error={wordOn(field)}
					/>
				))}
				<NativeSelect
					label={t("cost.spread")}
					options={SPREADS.map((one) => ({ id: one, label: t(`spread.${one}`) }))}
					value={line.spread}
					onChange={(spread) =>
						onChange({ spread: SPREADS.find((one) => one === spread) ?? line.spread })
					}
					error={said("spread") ?? said("parts")}
				/>
				<Button
					small
					variant="quiet"
					aria-label={t("cost.removeOf", { label: name || String(place) })}
					onPress={onRemove}
				>
					<Trash size={16} />
				</Button>
				<Suspense>
					{line.spread === "calendar" && (
						<CostParts
							label={name || t("cost.fresh")}
							parts={line.parts}
							cost={sumOf(line)}
							checked={checked}
							said={said}
							onChange={(parts) => onChange({ parts })}
						/>
					)}
				</Suspense>
			</div>
		</li>
	);
}
