import { useQuery } from "@tanstack/react-query";
import type { Product } from "@/api/gen/types.gen.ts";
import { Pictures } from "./pictures.tsx";
import { reviewPicturesQuery } from "./queries.ts";

/** The pictures of what one reviews. */
export function ReviewPictures({ id, products }: { id: string; products: readonly Product[] }) {
	const list = useQuery({ ...reviewPicturesQuery(id), staleTime: 0 });
	return <Pictures list={list} products={products} />;
}
