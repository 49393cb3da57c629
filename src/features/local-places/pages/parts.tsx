import { kindWords, type ListQuery } from '../schema.ts';

/** Search and kind; a plain form. */
export function FilterForm({ action, query }: { action: string; query: ListQuery }) {
  return (
    <form method="get" action={action} class="row">
      <label class="sr" for="q">
        Tìm làng nghề, vùng nguyên liệu
      </label>
      <input
        class="inp w-mid"
        id="q"
        name="q"
        type="search"
        value={query.q}
        placeholder="Tên, nghề, nơi"
        maxLength={200}
      />
      <label class="sr" for="kind">
        Loại
      </label>
      <select class="inp w-short" id="kind" name="kind">
        <option value="">Mọi loại</option>
        {Object.entries(kindWords).map(([value, words]) => (
          <option key={value} value={value} selected={value === query.kind}>
            {words}
          </option>
        ))}
      </select>
      <button class="btn" type="submit">
        Tìm
      </button>
    </form>
  );
}
