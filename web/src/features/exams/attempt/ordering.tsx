import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { QuestionChoice } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { ArrowDown, ArrowUp } from "@/ui/icons.tsx";
import { movedRow } from "@/ui/row-list.ts";
import css from "./attempt.module.css";

interface Props {
	legend: string;
	things: readonly QuestionChoice[];
	/** Their order as it was put; none before anything was moved. */
	order: readonly string[] | undefined;
	onChange: (order: string[]) => void;
	isDisabled: boolean;
}

type Way = "up" | "down";

/** Things put in order with two buttons each; the focus goes along with what is moved. */
export function Ordering({ legend, things, order, onChange, isDisabled }: Props) {
	const { t } = useTranslation(["exams", "common"]);
	const { text, number } = useFormat();
	const list = useRef<HTMLOListElement>(null);
	const wanted = useRef<{ at: number; way: Way }>(undefined);
	const [said, setSaid] = useState("");
	const shown = order ?? things.map(({ id }) => id);
	const names = new Map(things.map((thing) => [thing.id, text(thing.text)]));
	useEffect(() => {
		const { at, way } = wanted.current ?? {};
		wanted.current = undefined;
		if (at === undefined || !order) return;
		const row = list.current?.children[at];
		const button = (one: Way) =>
			row?.querySelector<HTMLElement>(`[data-move="${one}"]:not(:disabled)`);
		(button(way ?? "up") ?? button("up") ?? button("down"))?.focus();
	}, [order]);
	const move = (from: number, to: number) => {
		wanted.current = { at: to, way: to < from ? "up" : "down" };
		setSaid(t("common:rows.moved", { place: to + 1 }));
		onChange(movedRow(shown, from, to));
	};
	const button = (way: Way, index: number, name: string) => {
		const to = way === "up" ? index - 1 : index + 1;
		const word = t(`common:rows.${way}`);
		return (
			<Button
				small
				variant="quiet"
				data-move={way}
				aria-label={t("order.move", { way: word, name })}
				isDisabled={isDisabled || to < 0 || to >= shown.length}
				onPress={() => move(index, to)}
			>
				{way === "up" ? <ArrowUp size={18} /> : <ArrowDown size={18} />}
			</Button>
		);
	};
	return (
		<fieldset className={css.choices}>
			<legend dir="auto">{legend}</legend>
			<p className="quiet">{t("order.lead")}</p>
			<p className="visually-hidden" role="status">
				{said}
			</p>
			<ol ref={list} className={css.order}>
				{shown.map((id, index) => {
					const name = names.get(id) ?? id;
					return (
						<li key={id} data-on={order ? true : undefined}>
							<b className="num" aria-hidden="true">
								{number(index + 1)}
							</b>
							<bdi>{name}</bdi>
							<span className={css.moves}>
								{button("up", index, name)}
								{button("down", index, name)}
							</span>
						</li>
					);
				})}
			</ol>
			{!order && (
				<div>
					<Button small isDisabled={isDisabled} onPress={() => onChange([...shown])}>
						{t("order.keep")}
					</Button>
				</div>
			)}
		</fieldset>
	);
}
