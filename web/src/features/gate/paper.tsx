import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { EventBadge } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import paper from "@/ui/alone-on-paper.module.css";
import { cx } from "@/ui/cx.ts";
import css from "./paper.module.css";
import type { Roster } from "./roster.ts";

/** Whether the page is being printed: what is for paper alone is not made before. */
function usePrinting(): boolean {
	const [printing, setPrinting] = useState(false);
	useEffect(() => {
		// The browser takes the page as it stands when this returns.
		const begin = () => flushSync(() => setPrinting(true));
		const end = () => setPrinting(false);
		addEventListener("beforeprint", begin);
		addEventListener("afterprint", end);
		return () => {
			removeEventListener("beforeprint", begin);
			removeEventListener("afterprint", end);
		};
	}, []);
	return printing;
}

interface Props {
	roster: Pick<Roster, "name" | "starts_on" | "ends_on">;
	badges: readonly EventBadge[];
}

/** Everybody with a badge on paper, with room for the hours of one day: for the gate without any device. */
export function Paper({ roster, badges }: Props) {
	const { t } = useTranslation("gate");
	const { text, compare, dateRange } = useFormat();
	if (!usePrinting()) return null;
	const rows = badges.toSorted(
		(a, b) =>
			compare(text(a.association_name), text(b.association_name)) ||
			a.number - b.number ||
			a.exhibitor - b.exhibitor,
	);
	return (
		<section className={cx(paper.alone, css.paper)} aria-label={t("paper.title")}>
			<h2>
				{t("paper.title")} · <bdi>{text(roster.name)}</bdi>
			</h2>
			<p>
				{dateRange(roster.starts_on, roster.ends_on)} · {t("paper.day")}
			</p>
			<table>
				<thead>
					<tr>
						{(["association", "name", "stand", "code", "in", "out", "signature"] as const).map(
							(column) => (
								<th key={column} scope="col">
									{t(`paper.column.${column}`)}
								</th>
							),
						)}
					</tr>
				</thead>
				<tbody>
					{rows.map((badge) => (
						<tr key={badge.code}>
							<td>
								<bdi>{text(badge.association_name)}</bdi>
							</td>
							<th scope="row">
								<bdi>{badge.name}</bdi>
							</th>
							<td>
								<bdi dir="ltr">{badge.stand}</bdi>
							</td>
							<td>
								<bdi dir="ltr">{badge.code}</bdi>
							</td>
							<td />
							<td />
							<td />
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
