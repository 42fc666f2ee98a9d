import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import css from "./finder.module.css";
import { Plus } from "./icons.tsx";
import { SearchBox } from "./search-box.tsx";
import { Failed } from "./states.tsx";

export interface Found {
	id: string;
	name: string;
	/** What tells it from others of the name. */
	note: string;
}

interface Props {
	label: string;
	hint?: string;
	/** Names the list in the cache. */
	of: readonly string[];
	search: (words: string, signal: AbortSignal) => Promise<Found[]>;
	/** Those that are chosen already: they are not offered. */
	without: ReadonlySet<string>;
	onAdd: (found: Found) => void;
	/** What the button of a row says to whoever does not see the row. */
	addLabel: (name: string) => string;
	/** What it says to whoever does, where it does not add. */
	action?: string;
	isPending?: boolean;
}

/** Somebody or something among very many: looked for on the server as one types, added with a button. */
export function Finder(props: Props) {
	const { label, hint, of, search, without, onAdd, addLabel, action, isPending } = props;
	const { t } = useTranslation("common");
	const [words, setWords] = useState("");
	const list = useQuery({
		queryKey: [...of, words],
		queryFn: ({ signal }) => search(words, signal),
		enabled: words.length > 1,
		placeholderData: keepPreviousData,
	});
	const rows = words.length > 1 ? (list.data ?? []).filter(({ id }) => !without.has(id)) : [];
	return (
		<div className={css.finder}>
			<SearchBox label={label} value={words} onSearch={setWords} {...(hint ? { hint } : {})} />
			<p className="visually-hidden" role="status">
				{words.length > 1 && list.isSuccess && t("list.found", { count: rows.length })}
			</p>
			{list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
			{words.length > 1 && list.isSuccess && rows.length === 0 && (
				<p className="quiet">{t("list.noMatch")}</p>
			)}
			<ul className={css.found}>
				{rows.map((found) => (
					<li key={found.id}>
						<span className={css.name}>
							<bdi>{found.name}</bdi>
							<span className="quiet">{found.note}</span>
						</span>
						<Button
							small
							isPending={isPending ?? false}
							aria-label={addLabel(found.name)}
							onPress={() => onAdd(found)}
						>
							{action ?? (
								<>
									<Plus size={16} />
									{t("action.add")}
								</>
							)}
						</Button>
					</li>
				))}
			</ul>
		</div>
	);
}
