import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { PieceItem, SubmissionComment } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useWords } from "../use-words.ts";
import { CommentForm } from "./comment-form.tsx";
import { Comments } from "./comments.tsx";
import { groupsOf, keyOf, type Placed, placeOf } from "./places.ts";
import css from "./submission.module.css";
import type { Commenting } from "./use-commenting.ts";

const none: readonly SubmissionComment[] = [];

function Item({ item, project }: { item: PieceItem; project: string | undefined }) {
	const { t } = useTranslation("assignments");
	const { text, date, dateRange } = useFormat();
	const words = useWords();
	const { kind, group, amount, starts_on: from, ends_on: until } = item;
	const coded = (kind === "activity" || kind === "cost_line") && group;
	return (
		<div className={css.item}>
			<p>
				{coded && (
					<>
						<b className="code">{group}</b>{" "}
					</>
				)}
				<bdi>{text(item.text)}</bdi>
			</p>
			{(from || amount) && (
				<p className={css.by}>
					{from && <span className="num">{until ? dateRange(from, until) : date(from)}</span>}
					{amount && <span className="num">{words.money(amount.amount)}</span>}
				</p>
			)}
			{project && kind === "partner" && item.id && (
				<Link to="/projects/$id/partners/$partner" params={{ id: project, partner: item.id }}>
					{t("piece.partner")}
				</Link>
			)}
		</div>
	);
}

interface Props {
	items: readonly PieceItem[];
	/** The project, for whoever may open it. */
	project?: string | undefined;
	/** What was said at each place. */
	said?: Placed;
	number?: number;
	/** For whoever may write a comment. */
	commenting?: Commenting | undefined;
}

/** What was handed in, as it was then: block by block, with what was said at each place. */
export function Piece({ items, project, said, number = 1, commenting }: Props) {
	const { text } = useFormat();
	const words = useWords();
	return groupsOf(items).map(({ key, items: some }) => (
		<section key={key} className={css.group}>
			<h3>{some[0] && words.group(some[0])}</h3>
			<ul>
				{some.map((item, index) => {
					const place = placeOf(item);
					const at = keyOf(place);
					return (
						<li key={at || `${key} ${index}`} className={css.row}>
							<Item item={item} project={project} />
							{place && <Comments comments={said?.at.get(at) ?? none} number={number} />}
							{place && commenting && (
								<CommentForm commenting={commenting} place={place} about={text(item.text)} />
							)}
						</li>
					);
				})}
			</ul>
		</section>
	));
}
