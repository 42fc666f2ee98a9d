import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BankQuestionSummary } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Button } from "@/ui/button.tsx";
import { ArrowDown, ArrowUp, Trash } from "@/ui/icons.tsx";
import { movedRow, withoutRow } from "@/ui/row-list.ts";
import { useWords } from "../use-words.ts";
import css from "./exam.module.css";

interface Props {
	ids: readonly string[];
	bank: ReadonlyMap<string, BankQuestionSummary>;
	busy: boolean;
	onChange: (ids: string[]) => void;
}

type What = "up" | "down" | "out";

/** The questions of a draft in their order, each moved and taken out by buttons; the focus goes along. */
export function Chosen({ ids, bank, busy, onChange }: Props) {
	const { t } = useTranslation(["exams", "common"]);
	const { text, number } = useFormat();
	const words = useWords();
	const list = useRef<HTMLOListElement>(null);
	const wanted = useRef<{ at: number; what: What }>(undefined);
	const [said, setSaid] = useState("");
	useEffect(() => {
		const { at, what } = wanted.current ?? {};
		wanted.current = undefined;
		if (at === undefined || !ids.length) return;
		const row = list.current?.children[at];
		const button = (one: What) =>
			row?.querySelector<HTMLElement>(`[data-what="${one}"]:not(:disabled)`);
		(button(what ?? "out") ?? button("up") ?? button("down"))?.focus();
	}, [ids]);
	const change = (next: string[], at: number, what: What, word: string) => {
		wanted.current = { at, what };
		setSaid(word);
		onChange(next);
	};
	const move = (from: number, to: number, what: What) =>
		change(movedRow(ids, from, to), to, what, t("common:rows.moved", { place: to + 1 }));
	const button = (what: What, name: string, disabled: boolean, onPress: () => void) => {
		const Icon = { up: ArrowUp, down: ArrowDown, out: Trash }[what];
		const word = t(what === "out" ? "common:action.remove" : `common:rows.${what}`);
		return (
			<Button
				small
				variant="quiet"
				data-what={what}
				isDisabled={disabled}
				isPending={busy}
				aria-label={t("order.move", { way: word, name })}
				onPress={onPress}
			>
				<Icon size={16} />
			</Button>
		);
	};
	return (
		<>
			<p className="visually-hidden" role="status">
				{said}
			</p>
			<ol ref={list} className={css.chosen} aria-label={t("chosen.title")}>
				{ids.map((id, index) => {
					const found = bank.get(id);
					const name = text(found?.text) || t("chosen.unread");
					return (
						<li key={id}>
							<b className="num" aria-hidden="true">
								{number(index + 1)}
							</b>
							<span className={css.name}>
								<Link to="/questions/$id" params={{ id }}>
									<bdi>{name}</bdi>
								</Link>
								{found && (
									<span className="quiet">
										{t(`questionKind.${found.kind}`)} · {words.points(found.points)}
										{found.status === "archived" && ` · ${t("bank.archived")}`}
									</span>
								)}
							</span>
							<span className={css.moves}>
								{button("up", name, index === 0, () => move(index, index - 1, "up"))}
								{button("down", name, index === ids.length - 1, () =>
									move(index, index + 1, "down"),
								)}
								{button("out", name, false, () =>
									change(
										withoutRow(ids, index),
										Math.max(0, Math.min(index, ids.length - 2)),
										"out",
										t("common:rows.removed"),
									),
								)}
							</span>
						</li>
					);
				})}
			</ol>
		</>
	);
}
