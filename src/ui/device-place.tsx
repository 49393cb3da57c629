import { useFieldId } from './form.tsx';

/** Below a field for coordinates: the island puts a button there that asks the device where it is. Without it nothing shows. */
export function DevicePlace({ into }: { into: string }) {
  const words = {
    ask: 'Lấy tọa độ nơi đang đứng',
    asking: 'Đang hỏi thiết bị…',
    failed: 'Thiết bị không cho biết tọa độ. Ghi tay hoặc bỏ trống.',
  };
  return <p class="row tight" data-island="place" data-into={useFieldId(into)} data-props={JSON.stringify(words)} />;
}
