import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { EventBadge } from "@/api/gen/types.gen.ts";
import { Field } from "@/ui/field.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card } from "@/ui/page.tsx";
import { BadgeList } from "./badge-list.tsx";
import { Camera } from "./camera.tsx";
import type { Means, Passage } from "./entries.ts";
import { codeOf, found, isCode, readBy, SHOWN, type Shown } from "./find.ts";
import css from "./gate.module.css";
import type { Gate } from "./gate.ts";
import { Answer, type Told } from "./told.tsx";

const ON_READING = ["in", "out", "ask"] as const;
type OnReading = (typeof ON_READING)[number];

/** A field that takes the focus does not open a keyboard over half the screen. */
const hasKeyboard = () => matchMedia("(pointer: fine)").matches;

/** Two presses within so many milliseconds are one. */
const DOUBLE = 600;

interface Props {
	gate: Gate;
	badges: EventBadge[];
	/** Entries are taken today, from this account. */
	records: boolean;
}

/** One field for the reader, the code and the name; who fits, with the way in and the way out. */
export function Desk({ gate, badges, records }: Props) {
	const { t } = useTranslation("gate");
	const [typed, setTyped] = useState("");
	const [shown, setShown] = useState<Shown>("all");
	const [onReading, setOnReading] = useState<OnReading>("in");
	const [told, setTold] = useState<Told>();
	const field = useRef<HTMLInputElement>(null);
	const list = useRef<HTMLUListElement>(null);
	const begun = useRef(0);
	useEffect(() => {
		if (hasKeyboard()) field.current?.focus();
	}, []);
	const rows = found(badges, typed, shown);
	const passedAt = useRef(Number.NEGATIVE_INFINITY);

	// The list begins anew after each: the second press of a double one would be for whoever stands there now.
	const press = (badge: EventBadge, direction: Passage) => {
		const now = performance.now();
		if (now - passedAt.current < DOUBLE) return;
		passedAt.current = now;
		void pass(badge, direction, "manual");
	};
	const pass = async (badge: EventBadge, direction: Passage, method: Means) => {
		setTyped("");
		if (hasKeyboard()) field.current?.focus();
		const entry = await gate.record(badge.code, direction, method);
		setTold({ what: entry ? "passed" : "same", direction, before: badge });
	};
	const choose = (badge: EventBadge) => {
		setTold(records ? { what: "choose", before: badge } : undefined);
		setShown("all");
		setTyped(badge.code);
		requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("[data-likely]")?.focus());
	};
	/** Whether a badge of the event has the code. */
	const read = (code: string, method: Means): boolean => {
		const badge = badges.find((one) => one.code === code);
		if (!badge) return false;
		if (onReading === "ask" || !records) choose(badge);
		else void pass(badge, onReading, method);
		return true;
	};
	const refuse = (code: string) => {
		setTold({ what: "unknown", code });
		setTyped("");
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!typed.trim()) return;
		const code = codeOf(typed);
		if (read(code, readBy(Date.now() - begun.current))) return;
		const [only, ...others] = rows;
		if (only && others.length === 0) choose(only);
		else if (only) setTold({ what: "several" });
		else if (isCode(typed)) refuse(code);
		else setTold({ what: "nothing" });
	};
	const seen = (text: string) => {
		if (!read(codeOf(text), "qr")) refuse(codeOf(text));
	};
	const anyway = (code: string) => {
		void gate.record(code, "in", "manual");
		setTold(undefined);
		field.current?.focus();
	};
	return (
		<Card title={t(records ? "find.title" : "find.readTitle")}>
			<form onSubmit={submit}>
				<Field label={t("find.label")} hint={t(records ? "find.hint" : "find.readHint")}>
					{(control) => (
						<input
							{...control}
							ref={field}
							dir="auto"
							type="text"
							autoComplete="off"
							autoCapitalize="off"
							spellCheck={false}
							enterKeyHint="done"
							value={typed}
							onChange={({ target }) => {
								if (!typed) begun.current = Date.now();
								setTyped(target.value);
							}}
						/>
					)}
				</Field>
			</form>
			<Answer {...(told ? { told } : {})} onAnyway={records ? anyway : undefined} />
			{records && <Camera onCode={seen} />}
			<div className={css.choices}>
				<NativeSelect
					label={t("find.shown")}
					options={SHOWN.map((id) => ({ id, label: t(`shown.${id}`) }))}
					value={shown}
					onChange={(id) => setShown(SHOWN.find((one) => one === id) ?? "all")}
				/>
				{records && (
					<NativeSelect
						label={t("find.scan")}
						options={ON_READING.map((id) => ({ id, label: t(`scan.${id}`) }))}
						value={onReading}
						onChange={(id) => setOnReading(ON_READING.find((one) => one === id) ?? "in")}
					/>
				)}
			</div>
			{badges.length === 0 && <p className="quiet">{t("find.nobody")}</p>}
			<BadgeList badges={rows} ref={list} onPass={records ? press : undefined} />
		</Card>
	);
}
